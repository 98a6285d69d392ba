package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says which file below {@code spec/src/main/openapi/<version>} holds a schema or a path. */
public final class SpecFiles {
  private static final String INDEX = "openapi.yaml";

  private final Map<String, String> schemas = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();

  static SpecFiles read(Path folder) throws IOException {
    SpecFiles files = new SpecFiles();
    YAMLMapper yaml = new YAMLMapper();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path path : (Iterable<Path>) list.sorted()::iterator) {
        JsonNode root = yaml.readTree(path.toFile());
        String name = path.getFileName().toString();
        root.path("schemas").fieldNames().forEachRemaining(s -> files.schemas.put(s, name));
        if (name.equals(INDEX)) {
          root.path("paths")
              .properties()
              .forEach(p -> files.paths.put(p.getKey(), fileOf(p.getValue())));
        }
      }
    }
    return files;
  }

  private static String fileOf(JsonNode item) {
    String reference = item.path("$ref").asText();
    int fragment = reference.indexOf('#');
    return fragment > 0 ? reference.substring(0, fragment) : INDEX;
  }

  String ofSchema(String schema, String otherwise) {
    return schemas.getOrDefault(schema, otherwise);
  }

  /** The file of a path; of a new one that of its resource, or a file to be made. */
  String ofPath(String path) {
    String known = paths.get(path);
    if (known != null) {
      return known;
    }
    String resource = resource(path);
    return paths.entrySet().stream()
        .filter(entry -> resource(entry.getKey()).equals(resource))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .orElse(resource + ".yaml");
  }

  String ofEvents() {
    return INDEX;
  }

  private static String resource(String path) {
    List<String> parts = List.of(path.split("/"));
    return parts.size() > 1 ? parts.get(1) : "root";
  }
}
