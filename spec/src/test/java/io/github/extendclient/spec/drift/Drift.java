package io.github.extendclient.spec.drift;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a document of the vendor with our bundle of the same API version. The profile {@code
 * drift} runs it.
 */
public final class Drift {
  private Drift() {}

  /**
   * Writes the report.
   *
   * @param arguments the vendor's document, the folder of the module {@code spec}, and the version
   *     of this project
   */
  public static void main(String[] arguments) throws IOException {
    Path upstream = Path.of(arguments[0]);
    Path module = Path.of(arguments[1]);
    if (!Files.isRegularFile(upstream)) {
      throw new IllegalArgumentException(
          "There is no file " + upstream + ". Name the vendor's document with -Dupstream=FILE.");
    }
    DriftReport report = report(read(upstream), module, arguments[2]);
    Path target = module.resolve("target/drift.md");
    Files.createDirectories(target.getParent());
    Files.writeString(target, report.markdown());
    System.out.println(
        report.open().size()
            + " differences, next version "
            + report.nextVersion()
            + ": "
            + target);
  }

  static DriftReport report(String upstream, Path module, String release) throws IOException {
    ApiDocument theirs = ApiDocument.parse(upstream);
    String version = theirs.version();
    Path bundle = module.resolve("target/classes/openapi/extend-" + version + ".yaml");
    if (!Files.isRegularFile(bundle)) {
      throw new IllegalArgumentException(
          "The document describes version \""
              + version
              + "\" of the API, which spec/ does not have. A new version begins with a copy of the"
              + " folder of the last one in spec/src/main/openapi.");
    }
    SpecFiles files = SpecFiles.read(module.resolve("src/main/openapi").resolve(version));
    Decisions decisions = Decisions.parse(read(module.resolve("src/drift/decided.yaml")), version);
    ApiDocument ours = ApiDocument.parse(read(bundle));
    return new DriftReport(
        version, release, new DocumentComparison(ours, theirs, files).changes(), decisions);
  }

  private static String read(Path path) throws IOException {
    return Files.readString(path, StandardCharsets.UTF_8);
  }
}
