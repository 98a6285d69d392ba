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
   * Reads a file.
   *
   * @param name of a file, {@code -} for standard input, or JSON itself, which begins with a brace
   * @throws CommandFailure if it cannot be read or is neither JSON nor YAML
   */
  public static JsonValue read(String name, Shell shell) {
    if (name.stripLeading().startsWith("{")) {
      return parse("the JSON on the command line", name);
    }
    try {
      return name.equals("-")
          ? parse("standard input", new String(shell.in().readAllBytes(), StandardCharsets.UTF_8))
          : parse(name, Files.readString(Path.of(name)));
    } catch (IOException e) {
      throw FileFailure.unreadable("The file " + name, e);
    }
  }

  private static JsonValue parse(String name, String text) {
    if (text.stripLeading().startsWith("{")) {
      try {
        return JsonValue.ofJson(text);
      } catch (IllegalArgumentException e) {
        // Perhaps YAML in braces.
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
          "There is neither JSON nor YAML in " + name + ": " + firstLines(e.getMessage()),
          e);
    }
  }

  private static String firstLines(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
