package io.github.extendclient.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads secrets from files that only their owner can read. Never prints them. */
public final class SecretText {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private SecretText() {}

  /**
   * Returns the first line of a file.
   *
   * @param what the kind of secret, such as {@code key}
   * @throws CommandFailure if others may read or write the file, or it is empty
   */
  public static String read(Path file, String what) {
    try {
      if (Files.isDirectory(file)) {
        throw CommandFailure.usage(
            "The " + what + " file " + file + " is a folder: give the file in it.");
      }
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
        open.retainAll(Files.getPosixFilePermissions(file));
        if (!open.isEmpty()) {
          throw CommandFailure.usage(
              "The "
                  + what
                  + " file "
                  + file
                  + " is open to other users: run chmod 600 "
                  + file
                  + ".");
        }
      }
      return required(
          Files.readString(file).lines().findFirst().orElse(""),
          "The " + what + " file " + file + " is empty: put the " + what + " on its first line.");
    } catch (IOException e) {
      throw FileFailure.unreadable("The " + what + " file " + file, e);
    }
  }

  /** {@return the secret without blanks around it} */
  public static String required(@Nullable String secret, String otherwise) {
    if (secret == null || secret.isBlank()) {
      throw CommandFailure.usage(otherwise);
    }
    return secret.strip();
  }
}
