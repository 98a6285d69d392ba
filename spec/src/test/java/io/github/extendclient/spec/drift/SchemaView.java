package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a schema says, however it is written: {@code nullable} and {@code type: [..., null]}, {@code
 * const} and an enum of one, {@code allOf} of one reference and the reference are the same here.
 */
final class SchemaView {
  /** The name of the schema that a reference led to, or null. */
  String name;

  final Set<String> types = new LinkedHashSet<>();
  boolean nullable;

  /** The values of an enum, or null if any value will do. */
  Set<String> values;

  String format = "";
  String defaultValue = "";
  boolean deprecated;

  /** Bounds, lengths and patterns, by keyword. */
  final Map<String, String> limits = new TreeMap<>();

  final Map<String, JsonNode> properties = new LinkedHashMap<>();
  final Set<String> required = new LinkedHashSet<>();
  JsonNode items;

  /** The schema of further properties, or null if there is none of substance. */
  JsonNode additional;

  /** The members of a union, without null. */
  List<JsonNode> members = List.of();

  /** The property that selects the member of a union, or empty. */
  String tag = "";

  /** The values of the tag, by the reference of their member. */
  final Map<String, String> tagValues = new LinkedHashMap<>();

  boolean isUnion() {
    return !members.isEmpty();
  }

  /** The type as text, for a message. */
  String type() {
    if (isUnion()) {
      return "union";
    }
    String type = types.isEmpty() ? "any" : String.join(" or ", types);
    return format.isEmpty() ? type : type + " (" + format + ")";
  }
}
