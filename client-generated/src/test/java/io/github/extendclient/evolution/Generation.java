package io.github.extendclient.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.extendclient.generator.ExtendCodegen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator as the build does, but in this process. */
final class Generation {
  private Generation() {}

  /**
   * The Java of a document.
   *
   * @param document OpenAPI
   * @param packageName the package of the version
   * @param folder empty; keeps what was generated, for those who look into a failure
   * @return source text by the qualified name of the class
   */
  static Map<String, String> sources(JsonNode document, String packageName, Path folder)
      throws IOException {
    Path specification = folder.resolve("openapi.json");
    Files.createDirectories(folder);
    JsonMapper.builder().build().writeValue(specification.toFile(), document);
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName(ExtendCodegen.class.getName())
            .setInputSpec(specification.toString())
            .setOutputDir(folder.toString())
            .setInvokerPackage(packageName)
            .setValidateSpec(false);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    Path root = folder.resolve("src/main/java");
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String path = root.relativize(file).toString();
        sources.put(
            path.replaceFirst("\\.java$", "").replace(file.getFileSystem().getSeparator(), "."),
            Files.readString(file));
      }
    }
    return sources;
  }
}
