package io.github.extendclient.cli.shell;

import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file with JSON or YAML. */
public final class ConfigFile {
  private ConfigFile() {}

  /**
   * Reads a file whose content must be an object.
   *
   * @param name as for {@link #read}
   * @throws CommandFailure if it cannot be read or is not an object
   */
  public static JsonValue readObject(String name, Shell shell) {
    JsonValue value = read(name, shell);
    if (!value.json().startsWith("{")) {
      throw CommandFailure.usage(
          "There is no object in " + described(name) + ": give names and values as JSON or YAML.");
    }
    return value;
  }

  /**
   * Reads a file.
   *
   * @param name of a file, {@code -} for standard input, or JSON itself, which begins with a brace
   * @throws CommandFailure if it cannot be read or is neither JSON nor YAML
   */
  public static JsonValue read(String name, Shell shell) {
    if (isJson(name)) {
      return parse(described(name), name);
    }
    try {
      String text =
          name.equals("-")
              ? new String(shell.in().readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(name));
      return parse(described(name), text);
    } catch (IOException e) {
      throw FileFailure.unreadable("The file " + name, e);
    }
  }

  private static boolean isJson(String name) {
    return name.stripLeading().startsWith("{");
  }

  private static String described(String name) {
    return isJson(name)
        ? "the JSON on the command line"
        : name.equals("-") ? "standard input" : name;
  }

  private static JsonValue parse(String name, String text) {
    if (text.stripLeading().startsWith("{")) {
      try {
        return JsonValue.ofJson(text);
      } catch (IllegalArgumentException e) {
        // It may be YAML in braces.
        return parseYaml(name, text);
      }
    }
    return parseYaml(name, text);
  }

  private static JsonValue parseYaml(String name, String text) {
    try {
      return JsonValue.of(new Load(LoadSettings.builder().build()).loadFromString(text));
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "There is neither JSON nor YAML in " + name + ": " + oneLine(e.getMessage()),
          e);
    }
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
