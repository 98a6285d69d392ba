package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.spec.lint.SpecSource.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rules on the shape of single schemas. */
final class SchemaRules {

  private SchemaRules() {}

  static List<Rule> rules() {
    return List.of(
        each("null is written in one of two ways", SchemaRules::nullable),
        each("objects and enums are named", SchemaRules::inline),
        each("an object has properties or is a map", SchemaRules::objectOrMap),
        each("numbers say their format", SchemaRules::numbers),
        each("texts have only formats that are read", SchemaRules::textFormats),
        each("every schema is described", SchemaRules::described),
        each("enum values are described", SchemaRules::enumValues),
        each("required properties are declared", SchemaRules::required),
        each("property names can stand in quotes", SchemaRules::names),
        each("property names do not clash in Java", SchemaRules::clashes),
        each("no composition but oneOf and a described reference", SchemaRules::composition));
  }

  private static Rule each(String name, Function<Schema, Optional<Finding>> check) {
    return new Rule(
        name, source -> source.schemas().stream().map(check).flatMap(Optional::stream).toList());
  }

  private static Optional<Finding> finding(Schema schema, String problem, String fix) {
    return Optional.of(new Finding(schema.file(), schema.pointer(), problem, fix));
  }

  static boolean isNull(JsonNode schema) {
    return schema.path("type").asText().equals("object")
        && schema.path("nullable").asBoolean()
        && schema.path("enum").size() == 1
        && schema.path("enum").get(0).isNull();
  }

  private static Optional<Finding> nullable(Schema schema) {
    if (schema.node().has("nullable") && !schema.node().has("type")) {
      return finding(
          schema,
          "`nullable` without `type` has no effect",
          "write oneOf with the reference and {type: object, nullable: true, enum: [null]}");
    }
    return Optional.empty();
  }

  private static Optional<Finding> inline(Schema schema) {
    JsonNode node = schema.node();
    if (schema.named() || isNull(node)) {
      return Optional.empty();
    }
    boolean multipart =
        schema.pointer().contains("/multipart~1form-data/schema") && node.has("title");
    if (node.has("properties") && !multipart) {
      return finding(
          schema,
          "an object without a name gets an invented one",
          "move it under schemas and refer to it");
    }
    if (node.path("type").asText().equals("object")
        && !node.has("properties")
        && !node.has("additionalProperties")) {
      return finding(
          schema,
          "`type: object` says neither properties nor the values of a map",
          "refer to a named schema or add additionalProperties");
    }
    if (node.path("enum").size() > 1) {
      return finding(
          schema,
          "an enum without a name gets an invented one",
          "move it under schemas and refer to it");
    }
    boolean union = node.path("oneOf").size() > 1 && !isNull(node.get("oneOf").get(1));
    if (union) {
      return finding(
          schema,
          "a union without a name gets an invented one",
          "move it under schemas and refer to it");
    }
    return Optional.empty();
  }

  private static Optional<Finding> objectOrMap(Schema schema) {
    if (schema.node().has("properties") && schema.node().has("additionalProperties")) {
      return finding(
          schema,
          "`properties` beside `additionalProperties` turns the object into a map",
          "keep one of them");
    }
    return Optional.empty();
  }

  private static Optional<Finding> numbers(Schema schema) {
    String type = schema.node().path("type").asText();
    String format = schema.node().path("format").asText();
    boolean ok =
        switch (type) {
          case "integer" -> format.equals("int32") || format.equals("int64");
          case "number" -> format.equals("double");
          default -> true;
        };
    if (!ok) {
      return finding(
          schema,
          "`" + type + "` has the format `" + format + "`",
          "integer takes int32 or int64, number takes double");
    }
    return Optional.empty();
  }

  /** Any other format becomes a Java type that the templates do not know. */
  private static Optional<Finding> textFormats(Schema schema) {
    String format = schema.node().path("format").asText();
    boolean text = schema.node().path("type").asText().equals("string");
    boolean part = schema.pointer().contains("/multipart~1form-data/schema/");
    if (text
        && !format.isEmpty()
        && !format.equals("date-time")
        && !(format.equals("binary") && part)) {
      return finding(
          schema,
          "`string` has the format `" + format + "`",
          "a string takes date-time, the file of a multipart body binary, anything else none");
    }
    return Optional.empty();
  }

  private static Optional<Finding> described(Schema schema) {
    JsonNode node = schema.node();
    boolean property = schema.pointer().matches(".*/properties/[^/]+");
    if ((property || schema.named()) && !node.has("$ref") && !node.has("description")) {
      return finding(schema, "there is no description", "say what it is for");
    }
    return Optional.empty();
  }

  private static Optional<Finding> enumValues(Schema schema) {
    JsonNode node = schema.node();
    if (schema.named()
        && node.has("enum")
        && node.path("x-enum-descriptions").size() != node.path("enum").size()) {
      return finding(
          schema,
          node.path("enum").size()
              + " values have "
              + node.path("x-enum-descriptions").size()
              + " descriptions",
          "give x-enum-descriptions one entry for each value, in the same order");
    }
    return Optional.empty();
  }

  private static Optional<Finding> required(Schema schema) {
    for (JsonNode name : schema.node().path("required")) {
      if (!schema.node().path("properties").has(name.asText())) {
        return finding(
            schema, "`" + name.asText() + "` is required but not declared", "declare or drop it");
      }
    }
    return Optional.empty();
  }

  /** The templates write them between quotes as they are. */
  private static Optional<Finding> names(Schema schema) {
    for (var property : schema.node().path("properties").properties()) {
      if (!property.getKey().matches("[^\"\\\\\\p{Cntrl}]+")) {
        return finding(
            schema,
            "the property `" + property.getKey() + "` cannot stand in quotes",
            "leave it to the unknown properties: templates do not escape names");
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> clashes(Schema schema) {
    Map<String, String> seen = new HashMap<>();
    for (var property : schema.node().path("properties").properties()) {
      String java = property.getKey().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
      String other = seen.putIfAbsent(java, property.getKey());
      if (other != null) {
        return finding(
            schema,
            "`" + other + "` and `" + property.getKey() + "` get the same Java name",
            "map one of them in the generator's configuration and note it in this rule");
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> composition(Schema schema) {
    JsonNode node = schema.node();
    List<String> wrong = new ArrayList<>();
    if (node.has("anyOf")) {
      wrong.add("anyOf");
    }
    if (node.has("not") && !(node.get("not").size() == 1 && node.get("not").has("$ref"))) {
      wrong.add("not");
    }
    if (node.has("allOf")
        && (node.get("allOf").size() != 1
            || !node.get("allOf").get(0).has("$ref")
            || node.has("properties"))) {
      wrong.add("allOf");
    }
    if (!wrong.isEmpty()) {
      return finding(
          schema,
          "`" + String.join("`, `", wrong) + "` is not understood by all generators",
          "use oneOf of named objects, or allOf with one reference to describe it");
    }
    return Optional.empty();
  }
}
