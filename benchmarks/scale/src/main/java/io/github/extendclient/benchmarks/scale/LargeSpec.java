package io.github.extendclient.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The specification, copied several times with different names. */
final class LargeSpec {
  private static final String SCHEMAS = "#/components/schemas/";

  // The only place where the specification names a type without a reference.
  private static final String POLL = "x-extend-poll";
  private static final String POLLED_TYPE = "response";

  private LargeSpec() {}

  /** Writes it as JSON and returns its number of types. */
  static int write(int times, Path file) throws IOException {
    JsonNode spec = read();
    ObjectNode large = spec.deepCopy();
    for (int copy = 1; copy < times; copy++) {
      add(spec, "X" + copy, large);
    }
    new ObjectMapper().writeValue(file.toFile(), large);
    return large.get("components").get("schemas").size();
  }

  private static JsonNode read() throws IOException {
    try (InputStream yaml =
        Objects.requireNonNull(
            LargeSpec.class.getResourceAsStream("/openapi/extend-2026-02-09.yaml"),
            "the bundle is not on the class path")) {
      return new ObjectMapper(new YAMLFactory()).readTree(yaml);
    }
  }

  private static void add(JsonNode spec, String suffix, ObjectNode large) {
    for (Map.Entry<String, JsonNode> schema : spec.get("components").get("schemas").properties()) {
      ObjectNode schemas = (ObjectNode) large.get("components").get("schemas");
      schemas.set(schema.getKey() + suffix, renamed(schema.getValue(), suffix));
    }
    for (JsonNode tag : spec.get("tags")) {
      ObjectNode copy = tag.deepCopy();
      copy.put("name", tag.get("name").textValue() + " " + suffix);
      ((ArrayNode) large.get("tags")).add(copy);
    }
    for (Map.Entry<String, JsonNode> path : spec.get("paths").properties()) {
      JsonNode operations = renamed(path.getValue(), suffix);
      for (JsonNode operation : operations) {
        if (operation instanceof ObjectNode named && named.has("operationId")) {
          named.put("operationId", named.get("operationId").textValue() + suffix);
          ArrayNode tags = (ArrayNode) named.get("tags");
          tags.set(0, TextNode.valueOf(tags.get(0).textValue() + " " + suffix));
        }
      }
      ((ObjectNode) large.get("paths")).set("/" + suffix + path.getKey(), operations);
    }
  }

  /** A copy in which all references to types lead to the copies of these. */
  private static JsonNode renamed(JsonNode node, String suffix) {
    if (node instanceof TextNode text) {
      return text.textValue().startsWith(SCHEMAS)
          ? TextNode.valueOf(text.textValue() + suffix)
          : text;
    }
    if (node.has(POLL) && node.get(POLL).has(POLLED_TYPE)) {
      ObjectNode operation = node.deepCopy();
      ObjectNode poll = (ObjectNode) operation.remove(POLL);
      poll.put(POLLED_TYPE, poll.get(POLLED_TYPE).textValue() + suffix);
      return ((ObjectNode) renamed(operation, suffix)).set(POLL, poll);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(renamed(element, suffix)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), renamed(e.getValue(), suffix)));
      return copy;
    }
    return node;
  }
}
