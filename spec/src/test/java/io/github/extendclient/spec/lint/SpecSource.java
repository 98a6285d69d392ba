package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The hand-written files of one API version, as text and as trees, keyed by file name. */
final class SpecSource {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, JsonNode> trees = new TreeMap<>();

  /** A schema at its place; {@code named} tells the entries of a {@code schemas} section. */
  record Schema(String file, String pointer, JsonNode node, boolean named) {
    String name() {
      return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
  }

  /** An operation at its place. */
  record Operation(
      String file, String pointer, String path, String method, JsonNode node, JsonNode pathItem) {}

  static SpecSource read(Path folder) {
    var source = new SpecSource();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        source.add(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the specification in " + folder, e);
    }
    return source;
  }

  static SpecSource of(String file, String text) {
    var source = new SpecSource();
    source.add(file, text);
    return source;
  }

  SpecSource and(String file, String text) {
    add(file, text);
    return this;
  }

  private void add(String file, String text) {
    texts.put(file, text);
    try {
      trees.put(file, YAML.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not YAML", e);
    }
  }

  Map<String, String> texts() {
    return texts;
  }

  Map<String, JsonNode> trees() {
    return trees;
  }

  /** The node that a reference in {@code file} points to, if it exists. */
  Optional<JsonNode> resolve(String file, String reference) {
    return target(file, reference)
        .filter(target -> trees.containsKey(target.file()))
        .map(target -> trees.get(target.file()).at(target.pointer()))
        .filter(node -> !node.isMissingNode());
  }

  /** File and pointer of a reference, if it has the form {@code file.yaml#/section/Name}. */
  Optional<Location> target(String file, String reference) {
    int hash = reference.indexOf('#');
    if (hash < 0 || hash == reference.length() - 1) {
      return Optional.empty();
    }
    String target = reference.substring(0, hash);
    return Optional.of(
        new Location(
            target.isEmpty() ? file : target.replaceFirst("^\\./", ""),
            reference.substring(hash + 1)));
  }

  /** Where a reference leads. */
  record Location(String file, String pointer) {}

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    trees.forEach(
        (file, tree) ->
            tree.path("paths")
                .properties()
                .forEach(
                    path ->
                        path.getValue().properties().stream()
                            .filter(entry -> METHODS.contains(entry.getKey()))
                            .forEach(
                                entry ->
                                    operations.add(
                                        new Operation(
                                            file,
                                            "/paths/"
                                                + escape(path.getKey())
                                                + "/"
                                                + entry.getKey(),
                                            path.getKey(),
                                            entry.getKey(),
                                            entry.getValue(),
                                            path.getValue())))));
    return operations;
  }

  /** Every schema, at any depth; examples are not entered. */
  List<Schema> schemas() {
    var schemas = new ArrayList<Schema>();
    trees.forEach(
        (file, tree) -> {
          tree.path("schemas")
              .properties()
              .forEach(e -> collect(schemas, file, "/schemas/" + e.getKey(), e.getValue(), true));
          for (String section : List.of("paths", "parameters", "responses")) {
            findSchemas(schemas, file, "/" + section, tree.path(section));
          }
        });
    return schemas;
  }

  private static void findSchemas(List<Schema> schemas, String file, String pointer, JsonNode at) {
    at.properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              String below = pointer + "/" + escape(key);
              if (key.equals("schema")) {
                collect(schemas, file, below, entry.getValue(), false);
              } else if (!key.equals("example") && !key.equals("examples")) {
                findSchemas(schemas, file, below, entry.getValue());
              }
            });
    for (int i = 0; at.isArray() && i < at.size(); i++) {
      findSchemas(schemas, file, pointer + "/" + i, at.get(i));
    }
  }

  private static void collect(
      List<Schema> schemas, String file, String pointer, JsonNode schema, boolean named) {
    schemas.add(new Schema(file, pointer, schema, named));
    schema
        .path("properties")
        .properties()
        .forEach(
            e ->
                collect(
                    schemas,
                    file,
                    pointer + "/properties/" + escape(e.getKey()),
                    e.getValue(),
                    false));
    for (String one : List.of("items", "additionalProperties")) {
      if (schema.path(one).isObject()) {
        collect(schemas, file, pointer + "/" + one, schema.get(one), false);
      }
    }
    for (String many : List.of("oneOf", "anyOf", "allOf")) {
      for (int i = 0; i < schema.path(many).size(); i++) {
        collect(schemas, file, pointer + "/" + many + "/" + i, schema.get(many).get(i), false);
      }
    }
  }

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
