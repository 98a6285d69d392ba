package io.github.extendclient.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of code, parts of which are shown on pages. */
final class Source {
  private static final List<Path> ROOTS =
      List.of(
          Path.of("."),
          Path.of("..", "client-ext", "src", "test", "java"),
          Path.of("..", "spec", "src", "polyglot"));
  private static final Path CLIENT = Path.of("..", "client-ext", "src", "main", "java");
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern IMPORT = Pattern.compile("import [\\w. ]*?(\\w+);?");
  private static final String REGION = "// region ";
  private static final String END = "// endregion";

  private final String name;
  private final List<String> lines;

  private Source(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  /** Finds the file of a name among the examples, their modules, and the tests of the client. */
  static Source named(String name) {
    List<Path> found = ROOTS.stream().flatMap(root -> find(root, name)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "There are " + found.size() + " files of the name " + name + ": " + found);
    }
    try {
      return new Source(name, Files.readAllLines(found.get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole file. */
  List<String> lines() {
    return lines;
  }

  /** The lines between {@code // region name} and the end of it. */
  List<String> region(String region) {
    int start = indexOf(0, line -> line.strip().equals(REGION + region));
    int end = start < 0 ? -1 : indexOf(start, line -> line.strip().equals(END));
    if (end < 0) {
      throw new IllegalArgumentException(
          name
              + " has no region "
              + region
              + ": put "
              + REGION
              + region
              + " and "
              + END
              + " around the code.");
    }
    return tidy(lines.subList(start + 1, end));
  }

  /** From the first line that begins with a text to the end of the declaration that it begins. */
  List<String> declaration(String beginning) {
    return declarations(beginning, beginning);
  }

  /** From one declaration to the end of another. */
  List<String> declarations(String first, String last) {
    int start = beginning(0, first);
    return tidy(lines.subList(start, end(beginning(start, last))));
  }

  /**
   * The code below the imports of the names that it uses: those of this file, and those that this
   * file does not need because it is in a package of the client.
   */
  List<String> withImports(List<String> code) {
    String text = String.join("\n", code);
    List<String> all =
        new ArrayList<>(
            Stream.concat(lines.stream(), importsOfPackage())
                .filter(line -> isImportFor(text, line))
                .sorted(
                    Comparator.comparing((String line) -> !line.startsWith("import static"))
                        .thenComparing(line -> line.replace(";", "")))
                .toList());
    all.add("");
    all.addAll(code);
    return all;
  }

  private Stream<String> importsOfPackage() {
    return lines.stream()
        .map(PACKAGE::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .flatMap(
            name ->
                classes(CLIENT.resolve(name.replace('.', '/')))
                    .map(type -> "import " + name + "." + type + ";"));
  }

  private static Stream<String> classes(Path folder) {
    String[] files = folder.toFile().list((parent, file) -> file.matches("\\w+\\.java"));
    return Stream.ofNullable(files)
        .flatMap(Stream::of)
        .map(file -> file.substring(0, file.indexOf('.')));
  }

  private static boolean isImportFor(String code, String line) {
    Matcher imported = IMPORT.matcher(line);
    return imported.matches()
        && Pattern.compile("\\b" + imported.group(1) + "\\b").matcher(code).find();
  }

  private int beginning(int from, String text) {
    int index = indexOf(from, line -> line.strip().startsWith(text));
    if (index < 0) {
      throw new IllegalArgumentException(name + " has no line that begins with " + text);
    }
    return index;
  }

  /**
   * Returns whether a line belongs to a declaration: it is indented further, or is its closing
   * brace.
   */
  private int end(int start) {
    int indent = indent(lines.get(start));
    int end = start;
    while (end < lines.size() && lines.get(end).strip().startsWith("@")) {
      end++;
    }
    end++;
    while (end < lines.size() && (lines.get(end).isBlank() || indent(lines.get(end)) > indent)) {
      end++;
    }
    boolean closes =
        end < lines.size()
            && indent(lines.get(end)) == indent
            && lines.get(end).strip().matches("[})].*");
    return closes ? end + 1 : end;
  }

  private int indexOf(int from, Predicate<String> condition) {
    for (int i = from; i < lines.size(); i++) {
      if (condition.test(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Without common indent, and without empty lines and other markers at the ends. */
  private static List<String> tidy(List<String> part) {
    List<String> code =
        new ArrayList<>(
            part.stream()
                .filter(line -> !line.strip().startsWith(REGION) && !line.strip().equals(END))
                .toList());
    while (!code.isEmpty() && code.get(code.size() - 1).isBlank()) {
      code.remove(code.size() - 1);
    }
    while (!code.isEmpty() && code.get(0).isBlank()) {
      code.remove(0);
    }
    int indent =
        code.stream().filter(line -> !line.isBlank()).mapToInt(Source::indent).min().orElse(0);
    return code.stream().map(line -> line.isBlank() ? "" : line.substring(indent)).toList();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static Stream<Path> find(Path root, String name) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.endsWith(name))
          .filter(file -> !file.toString().contains("target"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
