package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OpenAPI document of version 3.0 or 3.1, in JSON or YAML, with its references followed. */
public final class ApiDocument {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]*)}");
  private static final int LONGEST_CHAIN = 50;

  private final JsonNode root;

  private ApiDocument(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads a document in JSON or YAML.
   *
   * @throws IllegalArgumentException if it is no OpenAPI document of 3.0 or 3.1
   */
  static ApiDocument parse(String text) throws IOException {
    boolean json = text.stripLeading().startsWith("{");
    return of((json ? new ObjectMapper() : new YAMLMapper()).readTree(text));
  }

  /**
   * A document that was read.
   *
   * @throws IllegalArgumentException if it is no OpenAPI document of 3.0 or 3.1
   */
  public static ApiDocument of(JsonNode root) {
    String version = root.path("openapi").asText();
    if (!version.startsWith("3.0") && !version.startsWith("3.1")) {
      throw new IllegalArgumentException(
          "Expected an OpenAPI document of version 3.0 or 3.1; its \"openapi\" is "
              + (version.isEmpty() ? "missing" : version));
    }
    return new ApiDocument(root);
  }

  /** The API version that the document describes. */
  String version() {
    return root.path("info").path("version").asText();
  }

  /** The node that a reference leads to; the node itself if it is none. */
  JsonNode follow(JsonNode node) {
    JsonNode target = node;
    for (int i = 0; target.has("$ref"); i++) {
      String reference = target.path("$ref").asText();
      if (!reference.startsWith("#") || i == LONGEST_CHAIN) {
        throw new IllegalArgumentException("A reference leads to nothing: " + reference);
      }
      target = root.at(reference.substring(1).replace("%7B", "{").replace("%7D", "}"));
      if (target instanceof MissingNode) {
        throw new IllegalArgumentException("A reference leads to nothing: " + reference);
      }
    }
    return target;
  }

  /** All operations by method and path, with the parameters of the path in order of the path. */
  Map<String, Operation> operations() {
    Map<String, Operation> operations = new LinkedHashMap<>();
    root.path("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode item = follow(path.getValue());
              for (String method : METHODS) {
                if (item.has(method)) {
                  Operation operation = operation(method, path.getKey(), item);
                  operations.put(operation.key(), operation);
                }
              }
            });
    return operations;
  }

  private Operation operation(String method, String path, JsonNode item) {
    JsonNode node = item.get(method);
    Map<String, String> places = new LinkedHashMap<>();
    Matcher matcher = PATH_PARAMETER.matcher(path);
    while (matcher.find()) {
      places.put(matcher.group(1), "{" + places.size() + "}");
    }
    // Parameters of the operation replace those of the path.
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode list : List.of(item.path("parameters"), node.path("parameters"))) {
      for (JsonNode each : list) {
        JsonNode parameter = follow(each);
        parameters.put(parameterKey(parameter, places), parameter);
      }
    }
    String template = PATH_PARAMETER.matcher(path).replaceAll("{}");
    return new Operation(
        method.toUpperCase(Locale.ROOT) + " " + template,
        method.toUpperCase(Locale.ROOT) + " " + path,
        path,
        node,
        parameters);
  }

  private static String parameterKey(JsonNode parameter, Map<String, String> places) {
    String in = parameter.path("in").asText();
    String name = parameter.path("name").asText();
    return switch (in) {
      // What a path calls its parameter is not part of the API.
      case "path" -> "path parameter " + places.getOrDefault(name, name);
      case "header" -> "header " + name.toLowerCase(Locale.ROOT);
      default -> in + " parameter " + name;
    };
  }

  /** The webhook events by their type, each with the schema of what is delivered. */
  Map<String, JsonNode> events() {
    Map<String, JsonNode> events = new LinkedHashMap<>();
    for (String section : List.of("webhooks", "x-webhooks")) {
      root.path(section)
          .properties()
          .forEach(
              event -> {
                JsonNode body = follow(follow(event.getValue()).path("post").path("requestBody"));
                JsonNode schema = body.path("content").path("application/json").path("schema");
                events.put(eventType(schema, event.getKey()), schema);
              });
    }
    return events;
  }

  /** The type that the delivered document names, since the keys of webhooks are free. */
  private String eventType(JsonNode schema, String otherwise) {
    JsonNode type = follow(follow(schema).path("properties").path("eventType"));
    if (type.has("const")) {
      return type.get("const").asText();
    }
    JsonNode values = type.path("enum");
    return values.size() == 1 ? values.get(0).asText() : otherwise;
  }

  /**
   * One operation.
   *
   * @param key method and path, without the names of path parameters
   * @param name method and path as the document has it
   */
  record Operation(
      String key, String name, String path, JsonNode node, Map<String, JsonNode> parameters) {}
}
