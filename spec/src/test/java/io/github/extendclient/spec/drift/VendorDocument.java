package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Writes our bundle as a vendor might: as OpenAPI 3.1, inlined, with other names, in another order.
 */
final class VendorDocument {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum");
  private static final int DEPTH = 3;

  private VendorDocument() {}

  /** Nullable is a type, a single value a constant, an exclusive bound a number. */
  static ObjectNode as31(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    copy.put("openapi", "3.1.0");
    if (copy.has("x-webhooks")) {
      copy.set("webhooks", copy.remove("x-webhooks"));
    }
    walk(copy, VendorDocument::rewrite);
    return copy;
  }

  private static void rewrite(ObjectNode schema) {
    if (schema.path("nullable").isBoolean()) {
      boolean nullable = schema.remove("nullable").asBoolean();
      JsonNode values = schema.path("enum");
      if (nullable && values.size() == 1 && values.get(0).isNull()) {
        schema.removeAll();
        schema.put("type", "null");
        return;
      }
      if (nullable && schema.path("type").isTextual()) {
        String type = schema.get("type").asText();
        schema.putArray("type").add(type).add("null");
      }
    }
    if (schema.path("enum").size() == 1 && schema.path("type").isTextual()) {
      schema.set("const", schema.remove("enum").get(0));
    }
    if (schema.path("exclusiveMinimum").isBoolean()) {
      JsonNode minimum = schema.remove("minimum");
      schema.set("exclusiveMinimum", minimum);
    }
    if (schema.has("type") && schema.has("example")) {
      schema.putArray("examples").add(schema.remove("example"));
    }
    JsonNode parts = schema.path("allOf");
    if (parts.size() == 1 && parts.get(0).has("$ref")) {
      schema.set("$ref", schema.remove("allOf").get(0).get("$ref"));
    }
    if (schema.path("oneOf").size() == 2 && schema.path("oneOf").toString().contains("null")) {
      schema.set("anyOf", schema.remove("oneOf"));
    }
  }

  /** Every schema has another name. */
  static ObjectNode renamed(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    ObjectNode schemas = (ObjectNode) copy.at("/components/schemas");
    ObjectNode renamed = JSON.objectNode();
    schemas.properties().forEach(e -> renamed.set("Vendor" + e.getKey(), e.getValue()));
    ((ObjectNode) copy.get("components")).set("schemas", renamed);
    walk(
        copy,
        node -> {
          for (Map.Entry<String, JsonNode> entry : List.copyOf(node.properties())) {
            String text = entry.getValue().asText();
            if (text.startsWith(SCHEMAS)) {
              node.put(entry.getKey(), SCHEMAS + "Vendor" + text.substring(SCHEMAS.length()));
            }
          }
        });
    return copy;
  }

  /** References of the first levels are written out, but those that lead to themselves. */
  static ObjectNode inlined(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    JsonNode schemas = document.at("/components/schemas");
    copy.set("paths", inline(copy.get("paths"), schemas, new ArrayDeque<>()));
    return copy;
  }

  private static JsonNode inline(JsonNode node, JsonNode schemas, Deque<String> stack) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(SCHEMAS)) {
      String name = reference.substring(SCHEMAS.length());
      if (stack.contains(name) || stack.size() == DEPTH) {
        return node;
      }
      stack.push(name);
      ObjectNode target = (ObjectNode) inline(schemas.get(name).deepCopy(), schemas, stack);
      stack.pop();
      node.properties().stream()
          .filter(entry -> !entry.getKey().equals("$ref"))
          .forEach(entry -> target.set(entry.getKey(), entry.getValue()));
      return target;
    }
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              entry -> {
                if (!VALUES.contains(entry.getKey())) {
                  entry.setValue(inline(entry.getValue(), schemas, stack));
                }
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, inline(array.get(i), schemas, stack));
      }
    }
    return node;
  }

  /** Properties, parameters, values and members in another order. */
  static ObjectNode reordered(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    Random random = new Random(7);
    walk(
        copy,
        node -> {
          for (String list : List.of("parameters", "enum", "oneOf", "required", "tags")) {
            if (node.path(list) instanceof ArrayNode array) {
              List<JsonNode> items = new ArrayList<>();
              array.forEach(items::add);
              Collections.shuffle(items, random);
              array.removeAll().addAll(items);
            }
          }
          for (String map : List.of("properties", "paths", "schemas")) {
            if (node.path(map) instanceof ObjectNode object) {
              List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
              Collections.shuffle(entries, random);
              object.removeAll();
              entries.forEach(entry -> object.set(entry.getKey(), entry.getValue()));
            }
          }
        });
    return copy;
  }

  private static void walk(JsonNode node, java.util.function.Consumer<ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(object);
      List.copyOf(object.properties()).stream()
          .filter(entry -> !VALUES.contains(entry.getKey()) || entry.getValue().has("$ref"))
          .forEach(
              entry -> {
                if (entry.getKey().equals("properties")) {
                  entry.getValue().forEach(property -> walk(property, visitor));
                } else {
                  walk(entry.getValue(), visitor);
                }
              });
    } else {
      node.forEach(item -> walk(item, visitor));
    }
  }
}
