package io.github.extendclient.internal.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens files that must be intact after a crash; tests simulate full disks. */
@FunctionalInterface
public interface ChannelOpener {
  /** Opens a file on disk, creating it if absent. */
  ChannelOpener DISK =
      path ->
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  /**
   * Opens a file.
   *
   * @param path the file, created if absent
   * @return a channel for reading and writing, positioned at the beginning
   * @throws IOException if the file cannot be opened
   */
  FileChannel open(Path path) throws IOException;
}
