package io.github.extendclient.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API is checked in as {@code api.txt}, so that every change of it is seen in review. An
 * addition is written there by the build; what users of the last version would miss fails it.
 */
class ApiTextTest {
  private static final Path FILE = Path.of("api.txt");
  private static final boolean UPDATE = Boolean.getBoolean("api.update");

  @Test
  void nothingIsTakenAwayUnseen() throws Exception {
    List<String> actual = actual();
    List<String> expected = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
    Set<String> gone = new LinkedHashSet<>(qualified(expected));
    gone.removeAll(new LinkedHashSet<>(qualified(actual)));

    if (!UPDATE) {
      assertThat(gone)
          .as(
              "These lines of api.txt are no longer true. If that is meant, run"
                  + " `mvn -pl client-generated test -Dtest=ApiTextTest -Dapi.update=true`"
                  + " and commit api.txt")
          .isEmpty();
    }
    if (!actual.equals(expected)) {
      Files.write(FILE, actual);
    }
  }

  private static List<String> actual() throws Exception {
    Path root = Path.of(Model.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> root.relativize(file).toString())
          .filter(file -> !file.endsWith("-info.class"))
          .map(file -> load(file.replaceFirst("\\.class$", "").replace('/', '.')))
          .filter(ApiText::isVisible)
          .sorted((a, b) -> a.getName().compareTo(b.getName()))
          .forEach(type -> lines.addAll(ApiText.lines(type)));
    }
    return lines;
  }

  /** Each member with its class in front. */
  private static List<String> qualified(List<String> lines) {
    List<String> qualified = new ArrayList<>();
    String type = "";
    for (String line : lines) {
      if (line.startsWith(" ")) {
        qualified.add(type + line.substring(1));
      } else {
        qualified.add(line);
        type = line.substring(0, line.indexOf(' '));
      }
    }
    return qualified;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Model.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }
}
