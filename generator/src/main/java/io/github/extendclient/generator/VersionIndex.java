package io.github.extendclient.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run by the build after the generation of all API versions: writes the class {@code ApiVersions}
 * and the exports of the module, so that no hand-written Java names a version. Also merges the
 * resources and the samples of the versions.
 */
public final class VersionIndex {
  private static final Pattern VERSION = Pattern.compile("v[0-9]{8}");

  private final String basePackage;
  private final String current;
  private final List<String> versions;

  /**
   * Creates an index of generated versions.
   *
   * @param basePackage the package above those of the versions
   * @param current the version whose operations are the client's own, such as {@code v20260209}
   * @param versions all of them
   * @throws IllegalArgumentException if the current one is not among them
   */
  public VersionIndex(String basePackage, String current, List<String> versions) {
    if (!versions.contains(current)) {
      throw new IllegalArgumentException(
          "The current version is " + current + ", but generated are " + versions + ".");
    }
    this.basePackage = basePackage;
    this.current = current;
    this.versions = versions.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /**
   * Writes the index of the versions in a folder into its folder {@code versions}.
   *
   * @param arguments the folder with a folder for each version, the base package, the current
   *     version, and the module declaration without the exports of versions
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path generated = Path.of(arguments[0]);
    Path output = generated.resolve("versions");
    VersionIndex index = new VersionIndex(arguments[1], arguments[2], versionsIn(generated));
    Path sources = output.resolve("src/main/java");
    Path folder = sources.resolve(arguments[1].replace('.', '/')).resolve("version");
    write(folder.resolve("ApiVersions.java"), index.apiVersions());
    write(folder.resolve("package-info.java"), index.packageInfo());
    write(
        sources.resolve("module-info.java"), index.module(Files.readString(Path.of(arguments[3]))));
    for (String version : index.versions) {
      for (String part : List.of("src/main/resources", "src/samples/java")) {
        copy(generated.resolve(version).resolve(part), output.resolve(part));
      }
    }
  }

  private static List<String> versionsIn(Path generated) throws IOException {
    try (Stream<Path> folders = Files.list(generated)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> VERSION.matcher(name).matches())
          .toList();
    }
  }

  /**
   * Returns the source of the class with all versions.
   *
   * @return Java code
   */
  public String apiVersions() {
    return """
        package %1$s.version;

        import %1$s.runtime.ApiFactory;
        import %1$s.runtime.VersionDescription;
        import java.util.List;

        /**
         * The operations of all API versions. Its own methods are those of the current version, {@code
         * %3$s}.
         */
        public abstract class ApiVersions extends %1$s.%2$s.ExtendApi {
          /** All versions: the current one, then the others from the newest to the oldest. */
          public static final List<VersionDescription<?>> ALL =
              List.of(
        %4$s);

          /**
           * Creates the operations, for a client.
           *
           * @param apis creates the implementations of the interfaces of the current version
           */
          protected ApiVersions(ApiFactory apis) {
            super(apis);
          }

          /**
           * The operations of a version that is not the current one.
           *
           * @param <T> the class with its accessors
           * @param version one of {@link #ALL}
           * @return the same object for each call
           */
          protected abstract <T> T version(VersionDescription<T> version);
        %5$s}
        """
        .formatted(
            basePackage,
            current,
            dateOf(current),
            all().map(this::instance).collect(Collectors.joining(",\n")),
            versions.stream().map(this::accessor).collect(Collectors.joining()));
  }

  private Stream<String> all() {
    return Stream.concat(
        Stream.of(current), versions.stream().filter(version -> !version.equals(current)));
  }

  private String instance(String version) {
    return "          " + basePackage + "." + version + ".Version.INSTANCE";
  }

  private String accessor(String version) {
    boolean isCurrent = version.equals(current);
    return """

          /**
           * The operations of the API version %3$s%4$s.
           *
           * @return the same object for each call
           */
          public %1$s.%2$s.ExtendApi %2$s() {
            return %5$s;
          }
        """
        .formatted(
            basePackage,
            version,
            dateOf(version),
            isCurrent ? ", the current one" : ", with the same key, connections and settings",
            isCurrent ? "this" : "version(" + basePackage + "." + version + ".Version.INSTANCE)");
  }

  private String packageInfo() {
    return """
        /** Access to all API versions. */
        @NullMarked
        package %s.version;

        import org.jspecify.annotations.NullMarked;
        """
        .formatted(basePackage);
  }

  /**
   * Returns a module declaration with the packages of all versions.
   *
   * @param declaration a declaration that ends with a brace on a separate line
   * @return Java code
   */
  public String module(String declaration) {
    String exports =
        Stream.concat(
                Stream.of("version"),
                versions.stream().flatMap(v -> Stream.of(v, v + ".api", v + ".model")))
            .map(name -> "  exports " + basePackage + "." + name + ";\n")
            .collect(Collectors.joining());
    return declaration.stripTrailing().replaceFirst("}$", exports) + "}\n";
  }

  private static String dateOf(String version) {
    return version.substring(1, 5) + "-" + version.substring(5, 7) + "-" + version.substring(7);
  }

  /** Writes a file unless it already has the text, so that it is not compiled again. */
  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                Path copy = to.resolve(from.relativize(file));
                try {
                  Files.createDirectories(copy.getParent());
                  Files.copy(
                      file,
                      copy,
                      StandardCopyOption.REPLACE_EXISTING,
                      StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
