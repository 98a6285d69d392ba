package io.github.extendclient.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Protects the source: a file that is written while it is read would be lost. */
final class Targets {
  private Targets() {}

  /**
   * Checks the file to write.
   *
   * @throws IllegalArgumentException if it is the source, also by a link
   */
  static void check(Path source, Path target) throws IOException {
    boolean isSource =
        target.toAbsolutePath().normalize().equals(source.toAbsolutePath().normalize())
            || Files.exists(target) && Files.isSameFile(source, target);
    if (isSource) {
      throw new IllegalArgumentException(
          target + " is the source and would be replaced. Name another target.");
    }
  }
}
