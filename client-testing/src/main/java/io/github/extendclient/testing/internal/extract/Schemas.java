package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.json.Fields.InvalidFieldException;
import io.github.extendclient.testing.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subset of JSON Schema that the API takes. */
final class Schemas {
  private static final Set<String> SCALARS = Set.of("string", "number", "integer", "boolean");

  private Schemas() {}

  /** Refuses what the API refuses, naming the place. */
  static void check(Map<String, @Nullable Object> schema, String path) {
    if (!"object".equals(schema.get("type")) || !(schema.get("properties") instanceof Map)) {
      throw new InvalidFieldException(
          "The property \"" + path + "\" must have the type \"object\" and \"properties\".");
    }
    properties(schema).forEach((name, property) -> checkProperty(property, path + "." + name));
  }

  static Map<String, @Nullable Object> properties(Map<String, @Nullable Object> schema) {
    return schema.get("properties") instanceof Map<?, ?> properties
        ? Json.objectOf(properties)
        : Map.of();
  }

  static Map<String, @Nullable Object> object(@Nullable Object schema) {
    return schema instanceof Map<?, ?> map ? Json.objectOf(map) : Map.of();
  }

  static Optional<String> extendType(Map<String, @Nullable Object> schema) {
    return Optional.ofNullable(schema.get("extend:type")).map(Object::toString);
  }

  /** The type beside {@code null}. */
  static String type(Map<String, @Nullable Object> schema) {
    Object type = schema.get("type");
    if (type instanceof List<?> types) {
      return types.stream()
          .map(String::valueOf)
          .filter(t -> !t.equals("null"))
          .findFirst()
          .orElse("null");
    }
    return type == null ? "null" : type.toString();
  }

  private static void checkProperty(@Nullable Object property, String path) {
    if (!(property instanceof Map<?, ?> map)) {
      throw new InvalidFieldException("The property \"" + path + "\" must be a schema object.");
    }
    Map<String, @Nullable Object> schema = Json.objectOf(map);
    if (schema.containsKey("enum")) {
      return;
    }
    if (schema.get("type") instanceof String type && SCALARS.contains(type)) {
      throw new InvalidFieldException(
          "The property \""
              + path
              + "\" must be nullable: use the type [\""
              + type
              + "\", \"null\"] in place of \""
              + type
              + "\".");
    }
    switch (type(schema)) {
      case "string", "number", "integer", "boolean" -> {}
      case "object" -> check(schema, path);
      case "array" -> checkItems(schema, path);
      default ->
          throw new InvalidFieldException(
              "The property \"" + path + "\" has a type that extraction does not take.");
    }
  }

  private static void checkItems(Map<String, @Nullable Object> array, String path) {
    Map<String, @Nullable Object> items = object(array.get("items"));
    if (type(items).equals("object")) {
      check(items, path + ".items");
    } else if (!(items.get("type") instanceof String type) || !SCALARS.contains(type)) {
      throw new InvalidFieldException(
          "The property \"" + path + ".items\" must be an object or a type that is not nullable.");
    }
  }
}
