package io.github.extendclient.spec.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.extendclient.spec.facts.FactTable.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The bundled document of one API version, in the notation of the fact tables. */
final class SpecTable {

  private final JsonNode tree;

  SpecTable(JsonNode tree) {
    this.tree = tree;
  }

  static SpecTable of(String version) {
    try (InputStream stream =
        SpecTable.class.getResourceAsStream("/openapi/extend-" + version + ".yaml")) {
      return new SpecTable(new YAMLMapper().readTree(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode schemas() {
    return tree.at("/components/schemas");
  }

  JsonNode paths() {
    return tree.path("paths");
  }

  JsonNode follow(JsonNode node) {
    return node.has("$ref") ? tree.at(node.get("$ref").asText().substring(1)) : node;
  }

  Map<String, Shape> fields(JsonNode object) {
    var required = new TreeSet<String>();
    object.path("required").forEach(name -> required.add(name.asText()));
    Map<String, Shape> fields = new LinkedHashMap<>();
    object
        .path("properties")
        .properties()
        .forEach(
            e -> {
              String type = type(e.getValue());
              boolean nullable = type.endsWith("|null") || type.equals("any");
              fields.put(
                  e.getKey(),
                  new Shape(
                      type.replaceFirst("\\|null$", ""),
                      required.contains(e.getKey()),
                      Boolean.toString(nullable),
                      e.getValue().path("deprecated").asBoolean(),
                      prefixes(e.getValue())));
            });
    return fields;
  }

  /** ID prefixes that a property or parameter takes, or its items, or the schema it refers to. */
  Set<String> prefixes(JsonNode holder) {
    var prefixes = new TreeSet<String>();
    holder.path("x-extend-id").forEach(prefix -> prefixes.add(prefix.asText()));
    follow(holder.path("schema")).path("x-extend-id").forEach(p -> prefixes.add(p.asText()));
    follow(holder.at("/allOf/0")).path("x-extend-id").forEach(p -> prefixes.add(p.asText()));
    return prefixes;
  }

  /** A schema as a type expression, with aliases and named maps expanded. */
  String type(JsonNode schema) {
    String type = plainType(schema);
    return schema.path("nullable").asBoolean() ? type + "|null" : type;
  }

  private String plainType(JsonNode schema) {
    if (schema.has("allOf")) {
      return type(schema.get("allOf").get(0));
    }
    if (schema.has("oneOf")) {
      return type(schema.get("oneOf").get(0)) + "|null";
    }
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      JsonNode target = follow(schema);
      boolean alias =
          !target.has("properties")
              && !target.has("enum")
              && !target.has("oneOf")
              && !target.has("maxProperties");
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      boolean nullable = target.path("nullable").asBoolean();
      return alias ? type(target) : nullable ? name + "|null" : name;
    }
    return switch (schema.path("type").asText()) {
      case "" -> "any";
      case "array" -> "array<" + type(schema.get("items")) + ">";
      case "object" -> {
        JsonNode values = schema.path("additionalProperties");
        yield "map<" + (values.isObject() ? type(values) : "any") + ">";
      }
      case "string" -> string(schema);
      default -> schema.path("type").asText();
    };
  }

  private static String string(JsonNode schema) {
    if (schema.path("enum").size() == 1) {
      return "literal \"" + schema.get("enum").get(0).asText() + "\"";
    }
    return switch (schema.path("format").asText()) {
      case "date-time" -> "datetime";
      case "binary" -> "binary";
      default -> "string";
    };
  }

  TreeSet<String> members(JsonNode union) {
    var members = new TreeSet<String>();
    union
        .path("oneOf")
        .forEach(
            member -> {
              String reference = member.path("$ref").asText();
              members.add(reference.substring(reference.lastIndexOf('/') + 1));
            });
    return members;
  }
}
