package io.github.extendclient.spec.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that the specification gives to the types of the vendor's clients. */
final class SchemaNames {

  private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9]+\\b");

  private final Map<String, String> names;

  SchemaNames(Map<String, String> names) {
    this.names = names;
  }

  static SchemaNames of(String version) {
    var names = new HashMap<String, String>();
    try (InputStream stream = SchemaNames.class.getResourceAsStream("/facts/names.yaml")) {
      new YAMLMapper()
          .readTree(stream)
          .path(version)
          .properties()
          .forEach(e -> names.put(e.getKey(), e.getValue().asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SchemaNames(names);
  }

  String rename(String name) {
    return names.getOrDefault(name, name);
  }

  /** A copy of {@code node} with the names of this project in all its texts; keys stay. */
  JsonNode rename(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(NAME.matcher(node.asText()).replaceAll(m -> rename(m.group())));
    }
    if (node.isObject()) {
      ObjectNode copy = ((ObjectNode) node).objectNode();
      node.properties().forEach(e -> copy.set(e.getKey(), rename(e.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = ((ArrayNode) node).arrayNode();
      node.forEach(element -> copy.add(rename(element)));
      return copy;
    }
    return node;
  }
}
