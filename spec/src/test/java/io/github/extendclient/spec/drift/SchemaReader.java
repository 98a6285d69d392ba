package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the schemas of one document into views, each once. */
final class SchemaReader {
  private static final List<String> LIMITS =
      List.of(
          "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "multipleOf");

  /** Formats that only say how wide a number is: a document without them says no less. */
  private static final Set<String> NUMBER_FORMATS = Set.of("int32", "int64", "float", "double");

  private final ApiDocument document;
  private final Map<JsonNode, SchemaView> views = new IdentityHashMap<>();

  SchemaReader(ApiDocument document) {
    this.document = document;
  }

  SchemaView view(JsonNode schema) {
    SchemaView known = views.get(schema);
    if (known == null) {
      known = read(schema);
      views.put(schema, known);
    }
    return known;
  }

  private SchemaView read(JsonNode schema) {
    SchemaView view = new SchemaView();
    add(view, schema, 0);
    return view;
  }

  private void add(SchemaView view, JsonNode schema, int depth) {
    if (depth > 50) {
      throw new IllegalArgumentException("A schema is made of itself: " + view.name);
    }
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asText();
      view.name = view.name == null ? lastPart(reference) : view.name;
      add(view, document.follow(schema), depth + 1);
    }
    addTypes(view, schema);
    addFormat(view, schema);
    addLimits(view, schema);
    addProperties(view, schema);
    schema.path("allOf").forEach(part -> add(view, part, depth + 1));
    addUnion(view, schema, depth);
    if (schema.has("default")) {
      view.defaultValue = schema.get("default").toString();
    }
    view.deprecated |= schema.path("deprecated").asBoolean();
  }

  private static void addTypes(SchemaView view, JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      view.types.add(type.asText());
    }
    type.forEach(each -> view.types.add(each.asText()));
    view.nullable |= schema.path("nullable").asBoolean();
    if (schema.has("enum") || schema.has("const")) {
      Set<String> values = new LinkedHashSet<>();
      for (JsonNode value :
          schema.has("const") ? List.of(schema.get("const")) : schema.path("enum")) {
        if (value.isNull()) {
          view.nullable = true;
        } else {
          values.add(value.asText());
          if (!schema.has("type")) {
            view.types.add(typeOf(value));
          }
        }
      }
      view.values = values.isEmpty() ? view.values : values;
    }
    view.nullable |= view.types.remove("null");
  }

  private static String typeOf(JsonNode value) {
    return value.isTextual()
        ? "string"
        : value.isBoolean() ? "boolean" : value.isIntegralNumber() ? "integer" : "number";
  }

  private static void addFormat(SchemaView view, JsonNode schema) {
    String format = schema.path("format").asText();
    if (schema.path("contentMediaType").asText().equals("application/octet-stream")) {
      format = "binary";
      view.types.add("string");
    } else if (schema.path("contentEncoding").asText().equals("base64")) {
      format = "byte";
    }
    if (!format.isEmpty() && !NUMBER_FORMATS.contains(format)) {
      view.format = format;
    }
  }

  private static void addLimits(SchemaView view, JsonNode schema) {
    for (String keyword : LIMITS) {
      if (schema.has(keyword)) {
        view.limits.put(keyword, schema.get(keyword).asText());
      }
    }
    for (String bound : List.of("minimum", "maximum")) {
      JsonNode exclusive =
          schema.path(bound.equals("minimum") ? "exclusiveMinimum" : "exclusiveMaximum");
      if (exclusive.isNumber()) {
        view.limits.put(
            bound, "beyond " + exclusive.decimalValue().stripTrailingZeros().toPlainString());
      } else if (schema.has(bound)) {
        view.limits.put(
            bound,
            (exclusive.asBoolean() ? "beyond " : "")
                + schema.get(bound).decimalValue().stripTrailingZeros().toPlainString());
      }
    }
  }

  private static void addProperties(SchemaView view, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(p -> view.properties.put(p.getKey(), p.getValue()));
    schema.path("required").forEach(name -> view.required.add(name.asText()));
    if (schema.has("items")) {
      view.items = schema.get("items");
      view.types.add("array");
    }
    if (schema.has("properties")) {
      view.types.add("object");
    }
    JsonNode additional = schema.path("additionalProperties");
    if (additional.isObject() && !additional.isEmpty()) {
      view.additional = additional;
      view.types.add("object");
    }
  }

  private void addUnion(SchemaView view, JsonNode schema, int depth) {
    List<JsonNode> members = new ArrayList<>();
    for (String keyword : List.of("oneOf", "anyOf")) {
      for (JsonNode member : schema.path(keyword)) {
        if (isNull(member)) {
          view.nullable = true;
        } else {
          members.add(member);
        }
      }
    }
    if (members.size() == 1) {
      add(view, members.get(0), depth + 1);
    } else if (!members.isEmpty()
        && members.stream().map(this::view).allMatch(SchemaReader::isScalar)) {
      addScalars(view, members.stream().map(this::view).toList());
    } else if (!members.isEmpty()) {
      view.members = flat(members);
      view.tag = schema.path("discriminator").path("propertyName").asText();
      schema
          .path("discriminator")
          .path("mapping")
          .properties()
          .forEach(
              entry -> view.tagValues.put(lastPart(entry.getValue().asText()), entry.getKey()));
    }
  }

  /** Members that are unions are replaced by their members. */
  private List<JsonNode> flat(List<JsonNode> members) {
    List<JsonNode> flat = new ArrayList<>();
    for (JsonNode member : members) {
      SchemaView view = view(member);
      if (view.isUnion() && view.properties.isEmpty()) {
        flat.addAll(view.members);
      } else {
        flat.add(member);
      }
    }
    return flat;
  }

  /** A union of scalars is one scalar: enums are merged, and free text keeps an enum open. */
  private static void addScalars(SchemaView view, List<SchemaView> members) {
    for (SchemaView member : members) {
      view.types.addAll(member.types);
      view.nullable |= member.nullable;
      view.limits.putAll(member.limits);
      if (!member.format.isEmpty()) {
        view.format = member.format;
      }
      if (member.values != null) {
        view.values = view.values == null ? new LinkedHashSet<>() : view.values;
        view.values.addAll(member.values);
      }
    }
  }

  private static boolean isScalar(SchemaView view) {
    return !view.isUnion()
        && !view.types.isEmpty()
        && !view.types.contains("object")
        && !view.types.contains("array");
  }

  private boolean isNull(JsonNode member) {
    JsonNode target = document.follow(member);
    JsonNode values = target.path("enum");
    return target.path("type").asText().equals("null")
        || values.size() == 1 && values.get(0).isNull()
        || target.has("const") && target.get("const").isNull();
  }

  static String lastPart(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
