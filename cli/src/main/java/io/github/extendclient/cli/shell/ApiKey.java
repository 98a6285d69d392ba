package io.github.extendclient.cli.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Finds the API key: never in an argument, which other users of the machine could see. */
final class ApiKey {
  private ApiKey() {}

  /**
   * Returns the key that the options or the environment name.
   *
   * @throws CommandFailure if there is none, or its file is open to others
   */
  static String of(CommonOptions options, Shell shell) {
    if (options.isKeyStdin() && options.keyFile() != null) {
      throw CommandFailure.usage("--key-stdin and --key-file exclude each other: leave out one.");
    }
    if (options.isKeyStdin()) {
      return SecretText.required(
          firstLine(shell), "Standard input has no API key on its first line.");
    }
    Path file = options.keyFile();
    String named = shell.environment().apply("EXTEND_API_KEY_FILE");
    if (file == null && named != null && !named.isBlank()) {
      file = Path.of(named);
    }
    if (file != null) {
      return SecretText.read(file, "key");
    }
    return SecretText.required(
        shell.environment().apply("EXTEND_API_KEY"),
        "There is no API key: set the environment variable EXTEND_API_KEY, or add --demo to try"
            + " this out on an embedded server.");
  }

  /** Reads byte by byte, because the rest of the stream is for the command. */
  private static String firstLine(Shell shell) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = shell.in().read(); b >= 0 && b != '\n'; b = shell.in().read()) {
        line.write(b);
      }
    } catch (IOException e) {
      throw FileFailure.unreadable("Standard input", e);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
