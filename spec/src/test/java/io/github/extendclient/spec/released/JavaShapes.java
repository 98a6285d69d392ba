package io.github.extendclient.spec.released;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Java has of a bundle that requests and responses do not show: the names of classes and
 * methods, and the types of numbers and booleans.
 */
final class JavaShapes {
  private final Map<String, String> shapes = new TreeMap<>();

  /** {@return the lines by which the Java of two bundles differs} */
  static List<String> differences(JsonNode before, JsonNode after) {
    Map<String, String> now = of(after).shapes;
    List<String> lines = new ArrayList<>();
    of(before)
        .shapes
        .forEach(
            (element, shape) -> {
              String other = now.get(element);
              if (other == null && shape.equals("class")) {
                lines.add(element + ": class is gone");
              } else if (other != null && !other.equals(shape)) {
                lines.add(element + ": is " + other + " in Java, was " + shape);
              }
            });
    return lines;
  }

  private static JavaShapes of(JsonNode bundle) {
    JavaShapes shapes = new JavaShapes();
    bundle
        .at("/components/schemas")
        .properties()
        .forEach(schema -> shapes.addSchema(schema.getKey(), schema.getValue()));
    bundle
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            shapes.addMethod(path.getKey(), method.getKey(), method.getValue())));
    return shapes;
  }

  private void addSchema(String name, JsonNode schema) {
    shapes.put(name, "class");
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String type = number(property.getValue());
              if (type != null) {
                shapes.put(name + "." + property.getKey(), type);
              }
            });
  }

  /** The type, by its primitive; null for what is neither a number nor a boolean. */
  private static String number(JsonNode schema) {
    String format = schema.path("format").asText();
    return switch (schema.path("type").asText()) {
      case "boolean" -> "boolean";
      case "integer" -> schema.has("enum") ? null : format.equals("int32") ? "int" : "long";
      case "number" -> format.isEmpty() ? null : "double";
      default -> null;
    };
  }

  private void addMethod(String path, String method, JsonNode operation) {
    if (operation.has("operationId")) {
      String tag = operation.path("tags").path(0).asText().replace(" ", "");
      String name = operation.path("x-extend-method").asText();
      shapes.put(method.toUpperCase(Locale.ROOT) + " " + path, tag + "Api." + name);
    }
  }
}
