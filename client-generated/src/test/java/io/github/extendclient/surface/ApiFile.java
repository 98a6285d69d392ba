package io.github.extendclient.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public API of a module, which is checked in as {@code api.txt}, so that every change of it is
 * seen in review. An addition is written there by the build; what users of the last version would
 * miss fails it.
 */
public final class ApiFile {
  private static final Path FILE = Path.of("api.txt");
  private static final boolean UPDATE = Boolean.getBoolean("api.update");

  private ApiFile() {}

  /**
   * Compares the file in the working folder with the classes, and writes it if something was added.
   *
   * @param module the folder of the module, for the failure message
   * @param anyClass one of the classes of the module; all that lie with it are read
   * @param isMeant whether a public class is meant for others
   * @throws AssertionError if a line of the file is no longer true, unless the system property
   *     {@code api.update} is set
   * @throws IOException if the file or the classes cannot be read
   */
  public static void check(String module, Class<?> anyClass, Predicate<Class<?>> isMeant)
      throws IOException {
    List<String> actual = lines(anyClass, isMeant);
    List<String> expected = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
    Set<String> gone = gone(expected, actual);

    if (!UPDATE) {
      assertThat(gone)
          .as(
              "These lines of %s/api.txt are no longer true. If that is meant, run"
                  + " `mvn -pl %s -am test -Dtest=ApiTextTest"
                  + " -Dsurefire.failIfNoSpecifiedTests=false -Dapi.update=true`"
                  + " and commit api.txt",
              module, module)
          .isEmpty();
    }
    if (!actual.equals(expected)) {
      Files.write(FILE, actual);
    }
  }

  /**
   * The lines of classes.
   *
   * @param types any; those that others cannot use have no lines
   * @return in the order of their names
   */
  public static List<String> text(Collection<Class<?>> types) {
    List<String> lines = new ArrayList<>();
    types.stream()
        .filter(ApiText::isVisible)
        .sorted(Comparator.comparing(Class::getName))
        .forEach(type -> lines.addAll(ApiText.lines(type)));
    return lines;
  }

  /**
   * What users of the last version would miss.
   *
   * @param before lines of then
   * @param now lines of now
   * @return lines that are no longer there, each with its class in front
   */
  public static Set<String> gone(List<String> before, List<String> now) {
    Set<String> gone = new LinkedHashSet<>(qualified(before));
    gone.removeAll(new LinkedHashSet<>(qualified(now)));
    return gone;
  }

  private static List<String> lines(Class<?> anyClass, Predicate<Class<?>> isMeant)
      throws IOException {
    Path root = rootOf(anyClass);
    try (Stream<Path> files = Files.walk(root)) {
      return text(
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> root.relativize(file).toString())
              .filter(file -> !file.endsWith("-info.class"))
              .map(file -> load(anyClass, file.replaceFirst("\\.class$", "").replace('/', '.')))
              .filter(isMeant)
              .collect(Collectors.toList()));
    }
  }

  private static Path rootOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
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

  private static Class<?> load(Class<?> anyClass, String name) {
    try {
      return Class.forName(name, false, anyClass.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }
}
