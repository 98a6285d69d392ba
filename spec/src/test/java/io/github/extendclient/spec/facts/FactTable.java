package io.github.extendclient.spec.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts of one API version that were read from the vendor's own clients. */
final class FactTable {

  private static final Pattern GENERIC = Pattern.compile("(array|map)<(.*)>");
  private static final Pattern ALWAYS = Pattern.compile("always \"(\\w+)\"");

  private static final Pattern PREFIX = Pattern.compile("\\b((?:[a-z]+_)+)(?![A-Za-z0-9])");

  private final JsonNode tree;
  private final List<Type> types = new ArrayList<>();
  private final Map<String, JsonNode> byName = new HashMap<>();
  private final Map<String, Map.Entry<String, Shape>> tags = new HashMap<>();

  /** A type under the name that it has in the specification, which several types may share. */
  record Type(String name, JsonNode node) {}

  FactTable(JsonNode facts, SchemaNames names) {
    tree = names.rename(facts);
    for (var entry : tree.path("types").properties()) {
      String name = names.rename(entry.getKey());
      types.add(new Type(name, entry.getValue()));
      byName.putIfAbsent(name, entry.getValue());
    }
    for (JsonNode union : tree.path("types")) {
      JsonNode discriminator = union.path("discriminator");
      if (discriminator.has("property") && !discriminator.path("declaredInMembers").asBoolean()) {
        String property = discriminator.get("property").asText();
        discriminator
            .path("mapping")
            .properties()
            .forEach(e -> tags.put(e.getValue().asText(), Map.entry(property, tag(e.getKey()))));
      }
    }
  }

  private static Shape tag(String value) {
    return new Shape("literal \"" + value + "\"", true, "false", false, Set.of());
  }

  static FactTable of(String version) {
    try (InputStream stream = FactTable.class.getResourceAsStream("/facts/" + version + ".json")) {
      JsonNode table = new ObjectMapper().readTree(stream);
      Additions.addTo(table, version);
      return new FactTable(table, SchemaNames.of(version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Properties of a named type, with the tag that stands on the wire but not in the type. */
  Map<String, Shape> fields(Type type) {
    Map<String, Shape> fields = fields(type.node());
    if (tags.containsKey(type.name())) {
      fields.put(tags.get(type.name()).getKey(), tags.get(type.name()).getValue());
    }
    return fields;
  }

  /** Properties by name, inherited ones first. */
  Map<String, Shape> fields(JsonNode type) {
    Map<String, Shape> fields = new LinkedHashMap<>();
    for (JsonNode base : type.path("extends")) {
      fields.putAll(fields(type(base.asText())));
    }
    for (JsonNode field : type.path("fields")) {
      String expression = field.path("type").asText();
      for (JsonNode fact : field.path("facts")) {
        Matcher always = ALWAYS.matcher(fact.asText());
        if (always.matches() && expression.equals("string")) {
          expression = "literal \"" + always.group(1) + "\"";
        }
      }
      fields.put(
          field.path("name").asText(),
          new Shape(
              expand(expression),
              field.path("required").asBoolean(),
              nullable(field),
              field.path("deprecated").asBoolean(),
              prefixes(field)));
    }
    return fields;
  }

  /** ID prefixes that the facts name for a property or parameter. */
  static Set<String> prefixes(JsonNode field) {
    var prefixes = new TreeSet<String>();
    for (JsonNode fact : field.path("facts")) {
      if (fact.asText().matches("(id|example) prefix .*")) {
        PREFIX.matcher(fact.asText()).results().forEach(match -> prefixes.add(match.group(1)));
      }
    }
    return prefixes;
  }

  private static String nullable(JsonNode field) {
    JsonNode nullable = field.path("nullable");
    return nullable.isBoolean() ? nullable.asText() : "unknown";
  }

  /** A type expression in which aliases and named maps are replaced by what they stand for. */
  String expand(String expression) {
    if (expression.endsWith("|null")) {
      return expand(expression.substring(0, expression.length() - "|null".length())) + "|null";
    }
    Matcher generic = GENERIC.matcher(expression);
    if (generic.matches()) {
      return generic.group(1) + "<" + expand(generic.group(2)) + ">";
    }
    JsonNode named = type(expression);
    return switch (named.path("kind").asText()) {
      case "alias" -> expand(named.path("type").asText());
      case "map" -> "map<" + expand(named.path("valueType").asText()) + ">";
      default -> expression;
    };
  }

  /** Names of the members of a union, with those of inner unions in their place. */
  TreeSet<String> members(JsonNode union) {
    var members = new TreeSet<String>();
    for (JsonNode member : union.path("members")) {
      JsonNode type = type(member.asText());
      if (type.path("kind").asText().equals("union")) {
        members.addAll(members(type));
      } else {
        members.add(member.asText());
      }
    }
    return members;
  }

  private JsonNode type(String name) {
    return byName.getOrDefault(name, MissingNode.getInstance());
  }

  List<Type> types() {
    return types;
  }

  List<JsonNode> operations() {
    var operations = new ArrayList<JsonNode>();
    tree.path("operations").forEach(operations::add);
    return operations;
  }

  /** What is said about a property or parameter; nullable is {@code true/false/unknown}. */
  record Shape(
      String type, boolean required, String nullable, boolean deprecated, Set<String> prefixes) {}
}
