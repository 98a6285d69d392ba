package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.json.Fields.InvalidFieldException;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subset of JSON Schema that the API accepts. */
final class Schemas {
  private static final Set<String> SCALARS = Set.of("string", "number", "integer", "boolean");

  private Schemas() {}

  /** Rejects a schema that the API rejects; the message names the property. */
  static void check(JsonObject schema, String path) {
    if (!"object".equals(schema.get("type")) || !(schema.get("properties") instanceof JsonObject)) {
      throw new InvalidFieldException(
          "The property \"" + path + "\" must have the type \"object\" and \"properties\".");
    }
    properties(schema).forEach((name, property) -> checkProperty(property, path + "." + name));
  }

  static JsonObject properties(JsonObject schema) {
    return schema.get("properties") instanceof JsonObject properties
        ? properties
        : new JsonObject();
  }

  static JsonObject object(@Nullable Object schema) {
    return schema instanceof JsonObject map ? map : new JsonObject();
  }

  static Optional<String> extendType(JsonObject schema) {
    return Optional.ofNullable(schema.get("extend:type")).map(Object::toString);
  }

  /** The type other than {@code null}. */
  static String type(JsonObject schema) {
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
    if (!(property instanceof JsonObject schema)) {
      throw new InvalidFieldException("The property \"" + path + "\" must be a schema object.");
    }
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

  private static void checkItems(JsonObject array, String path) {
    JsonObject items = object(array.get("items"));
    if (type(items).equals("object")) {
      check(items, path + ".items");
    } else if (!(items.get("type") instanceof String type) || !SCALARS.contains(type)) {
      throw new InvalidFieldException(
          "The property \"" + path + ".items\" must be an object or a type that is not nullable.");
    }
  }
}
