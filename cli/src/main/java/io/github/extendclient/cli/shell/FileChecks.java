package io.github.extendclient.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks the files that a command names, before it reads or writes them. */
public final class FileChecks {
  private FileChecks() {}

  /**
   * Checks that a file can be read, and more than once: a pipe cannot.
   *
   * @throws CommandFailure if it is absent, a folder, a pipe or a device
   */
  public static void requireRegular(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          ExitCode.FILE,
          "The file "
              + file
              + " cannot be read: "
              + (Files.isDirectory(file)
                  ? "it is a folder."
                  : Files.exists(file)
                      ? "it is a pipe or a device."
                      : "there is no such file or folder."));
    }
  }

  /**
   * Checks that a command does not write over a file that it reads.
   *
   * @param option the option that names the output, such as {@code --out}
   * @throws CommandFailure if both are the same file
   */
  public static void requireDifferent(String option, @Nullable Path output, @Nullable Path input) {
    try {
      if (output != null
          && input != null
          && Files.exists(output)
          && Files.exists(input)
          && Files.isSameFile(output, input)) {
        throw CommandFailure.usage(
            option + " " + output + " would replace a file that is read: name another file.");
      }
    } catch (IOException e) {
      throw FileFailure.unreadable("The file " + output, e);
    }
  }
}
