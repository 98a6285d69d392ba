package io.github.extendclient.spec.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Facts that are newer than a table: its own {@code laterAdditions}, and those of {@code
 * facts/additions.yaml}. They change the table in place.
 */
final class Additions {

  private static final String REQUIRED = "required ";

  private final JsonNode table;
  private final ObjectNode types;

  Additions(JsonNode table) {
    this.table = table;
    types = (ObjectNode) table.get("types");
  }

  static void addTo(JsonNode table, String version) {
    var additions = new Additions(table);
    additions.addLater(table.path("laterAdditions"));
    try (InputStream stream = Additions.class.getResourceAsStream("/facts/additions.yaml")) {
      for (JsonNode addition : new YAMLMapper().readTree(stream)) {
        if (addition.path("version").asText().equals(version)) {
          additions.add(addition);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addLater(JsonNode later) {
    later.path("removedTypes").forEach(name -> types.remove(name.asText()));
    later.path("types").properties().forEach(e -> types.set(e.getKey(), e.getValue()));
    for (String change : new String[] {"addedFields", "changedFields"}) {
      for (var type : later.path(change).properties()) {
        type.getValue().forEach(field -> put(fields(type.getKey()), field));
      }
    }
    for (JsonNode changed : later.path("operations")) {
      for (JsonNode operation : table.path("operations")) {
        if (operation.path("path").equals(changed.path("path"))
            && operation.path("method").equals(changed.path("method"))) {
          var fields = (ArrayNode) operation.at("/requestBody/fields");
          changed.path("fields").forEach(field -> put(fields, field));
        }
      }
    }
  }

  /** Takes an entry of {@code additions.yaml}. */
  void add(JsonNode addition) {
    addition.path("removed").forEach(name -> types.remove(name.asText()));
    for (var type : addition.path("properties").properties()) {
      type.getValue()
          .properties()
          .forEach(e -> put(fields(type.getKey()), field(e.getKey(), e.getValue().asText())));
    }
    addition
        .path("values")
        .properties()
        .forEach(
            e ->
                type(e.getKey(), "enum")
                    .withArrayProperty("values")
                    .addAll((ArrayNode) e.getValue()));
    addition
        .path("members")
        .properties()
        .forEach(e -> members(type(e.getKey(), "union"), e.getValue()));
  }

  private ObjectNode type(String name, String kind) {
    ObjectNode type = types.withObjectProperty(name);
    if (!type.has("kind")) {
      type.put("kind", kind);
    }
    return type;
  }

  private ArrayNode fields(String type) {
    return type(type, "object").withArrayProperty("fields");
  }

  private ObjectNode field(String name, String type) {
    return types
        .objectNode()
        .put("name", name)
        .put("type", type.replaceFirst("^" + REQUIRED, ""))
        .put("required", type.startsWith(REQUIRED))
        .put("nullable", false);
  }

  /** Adds a field, in place of the one that had its name. */
  private static void put(ArrayNode fields, JsonNode field) {
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (fields.get(i).path("name").equals(field.path("name"))) {
        fields.remove(i);
      }
    }
    fields.add(field);
  }

  private static void members(ObjectNode union, JsonNode members) {
    for (var member : members.properties()) {
      union.withArrayProperty("members").add(member.getValue());
      union
          .withObjectProperty("discriminator")
          .withObjectProperty("mapping")
          .set(member.getKey(), member.getValue());
    }
  }
}
