package io.github.extendclient.cli.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the API key comes from: never an argument, which other users could see. */
final class ApiKey {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private ApiKey() {}

  /**
   * The key that the options name.
   *
   * @throws CommandFailure if there is none, or its file is open to others
   */
  static String of(CommonOptions options, Shell shell) {
    if (options.isKeyStdin()) {
      return required(firstLine(shell), "Standard input has no API key on its first line.");
    }
    Path file = options.keyFile();
    String named = shell.environment().apply("EXTEND_API_KEY_FILE");
    if (file == null && named != null && !named.isBlank()) {
      file = Path.of(named);
    }
    if (file != null) {
      return read(file);
    }
    return required(
        shell.environment().apply("EXTEND_API_KEY"),
        "There is no API key: set the environment variable EXTEND_API_KEY, or add --demo to try"
            + " this out on an embedded server.");
  }

  private static String read(Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
        open.retainAll(Files.getPosixFilePermissions(file));
        if (!open.isEmpty()) {
          throw CommandFailure.usage(
              "The key file " + file + " is open to other users: run chmod 600 " + file + ".");
        }
      }
      return required(
          Files.readString(file).lines().findFirst().orElse(""),
          "The key file " + file + " is empty: put the API key on its first line.");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FILE, "The key file " + file + " cannot be read: " + e + ".", e);
    }
  }

  /** Byte by byte: what follows is for the command. */
  private static String firstLine(Shell shell) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = shell.in().read(); b >= 0 && b != '\n'; b = shell.in().read()) {
        line.write(b);
      }
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FILE, "Standard input cannot be read: " + e + ".", e);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static String required(@Nullable String key, String otherwise) {
    if (key == null || key.isBlank()) {
      throw CommandFailure.usage(otherwise);
    }
    return key.strip();
  }
}
