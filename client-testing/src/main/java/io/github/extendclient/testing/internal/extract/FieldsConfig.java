package io.github.extendclient.testing.internal.extract;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts the list of fields in a configuration of 2025-04-21 to a JSON Schema, and an output of
 * that schema back to the form of the list.
 */
public final class FieldsConfig {
  private static final Set<String> TYPES =
      Set.of(
          "string",
          "number",
          "currency",
          "boolean",
          "date",
          "array",
          "enum",
          "object",
          "signature");

  private FieldsConfig() {}

  /**
   * Checks a list of fields.
   *
   * @throws Fields.InvalidFieldException naming what is missing or wrong
   */
  public static void check(Fields owner, String property) {
    for (Fields field : owner.objects(property)) {
      field.requireText("id");
      field.requireText("name");
      field.require("description");
      field.require("type");
      String type = field.choice("type", TYPES).orElseThrow();
      if (type.equals("array") || type.equals("object")) {
        field.require("schema");
        check(field, "schema");
      } else if (type.equals("enum")) {
        field.require("enum");
        field.objects("enum").forEach(choice -> choice.requireText("value"));
      }
    }
  }

  /** The JSON Schema for a list of fields. */
  public static JsonObject schema(@Nullable Object fields) {
    JsonObject properties = new JsonObject();
    for (JsonObject field : objects(fields)) {
      properties.put(String.valueOf(field.get("name")), property(field));
    }
    return JsonObject.of("type", "object")
        .with("properties", properties)
        .with("required", List.copyOf(properties.keySet()))
        .with("additionalProperties", false);
  }

  private static JsonObject property(JsonObject field) {
    String type = String.valueOf(field.get("type"));
    return switch (type) {
      case "number", "boolean" -> JsonObject.of("type", List.of(type, "null"));
      case "date" -> JsonObject.of("type", List.of("string", "null")).with("extend:type", "date");
      case "currency" ->
          schema(
                  List.of(
                      JsonObject.of("name", "amount").with("type", "number"),
                      JsonObject.of("name", "iso_4217_currency_code").with("type", "string")))
              .with("extend:type", "currency");
      case "signature" ->
          schema(
                  List.of(
                      JsonObject.of("name", "printed_name").with("type", "string"),
                      JsonObject.of("name", "signature_date").with("type", "date"),
                      JsonObject.of("name", "is_signed").with("type", "boolean"),
                      JsonObject.of("name", "title_or_role").with("type", "string")))
              .with("extend:type", "signature");
      case "enum" -> {
        List<@Nullable Object> choices = new ArrayList<>();
        objects(field.get("enum")).forEach(choice -> choices.add(choice.get("value")));
        choices.add(null);
        yield JsonObject.of("enum", choices);
      }
      case "object" -> schema(field.get("schema"));
      case "array" -> JsonObject.of("type", "array").with("items", schema(field.get("schema")));
      default -> JsonObject.of("type", List.of("string", "null"));
    };
  }

  /** The output in the form that belongs to a list of fields. */
  public static JsonObject output(Extraction extraction, @Nullable Object fields) {
    JsonObject output = new JsonObject();
    for (JsonObject field : objects(fields)) {
      String name = String.valueOf(field.get("name"));
      JsonObject result =
          JsonObject.of("id", field.get("id"))
              .with("type", field.get("type"))
              .with("value", extraction.value().get(name))
              .with("references", references(extraction.metadata(), field, name));
      JsonObject found = Schemas.object(extraction.metadata().get(name));
      if (found.get("logprobsConfidence") instanceof BigDecimal confidence) {
        result.put("confidence", confidence);
      }
      result.put("insights", found.getOrDefault("insights", List.of()));
      if (field.containsKey("schema")) {
        result.put("schema", field.get("schema"));
      }
      if (field.containsKey("enum")) {
        result.put("enum", field.get("enum"));
      }
      output.put(name, result);
    }
    return output;
  }

  /** The positions of a field and of its parts. */
  private static List<JsonObject> references(JsonObject metadata, JsonObject field, String name) {
    List<JsonObject> references = new ArrayList<>();
    metadata.forEach(
        (path, entry) -> {
          boolean own =
              path.equals(name) || path.startsWith(name + ".") || path.startsWith(name + "[");
          for (JsonObject citation : objects(own ? Schemas.object(entry).get("citations") : null)) {
            references.add(
                JsonObject.of("id", field.get("id"))
                    .with("fieldName", path)
                    .with("page", Schemas.object(citation.get("page")).get("number"))
                    .with("boundingBoxes", boxes(objects(citation.get("polygon")))));
          }
        });
    return references;
  }

  /**
   * Polygons of this server are rectangles: the first corner is the upper left, the third the lower
   * right.
   */
  private static List<JsonObject> boxes(List<JsonObject> polygon) {
    if (polygon.size() < 3) {
      return List.of();
    }
    return List.of(
        JsonObject.of("left", polygon.get(0).get("x"))
            .with("top", polygon.get(0).get("y"))
            .with("right", polygon.get(2).get("x"))
            .with("bottom", polygon.get(2).get("y")));
  }

  private static List<JsonObject> objects(@Nullable Object list) {
    List<JsonObject> objects = new ArrayList<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof JsonObject object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
