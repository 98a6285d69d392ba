package io.github.extendclient.internal.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens the files that must be whole after a crash; a test gives channels of a full disk. */
@FunctionalInterface
public interface ChannelOpener {
  /** Makes the file if it does not exist. */
  ChannelOpener DISK =
      path ->
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  /**
   * Opens a file.
   *
   * @param path is made if it does not exist
   * @return to be read and written, positioned at the beginning
   * @throws IOException if it cannot be opened
   */
  FileChannel open(Path path) throws IOException;
}
