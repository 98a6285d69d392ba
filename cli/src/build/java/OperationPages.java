import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Writes, from the specification of each API version, a line for each operation and a page of help
 * as JSON. Started by the build as a source file; the command only reads what this wrote.
 */
final class OperationPages {
  private static final List<String> VERSIONS = List.of("2026-02-09", "2025-04-21");
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final Map<String, Object> document;

  private OperationPages(Map<String, Object> document) {
    this.document = document;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("version.txt"), arguments[0]);
    List<String> index = new ArrayList<>();
    for (String version : VERSIONS) {
      new OperationPages(read(version)).write(version, folder, index);
    }
    Files.write(folder.resolve("index.tsv"), index);
  }

  private static Map<String, Object> read(String version) throws IOException {
    String name = "/openapi/extend-" + version + ".yaml";
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try (InputStream yaml = OperationPages.class.getResourceAsStream(name)) {
      return object(new Load(settings).loadFromInputStream(yaml));
    }
  }

  private void write(String version, Path folder, List<String> index) throws IOException {
    Files.createDirectories(folder.resolve(version));
    Map<String, String> lines = new TreeMap<>();
    for (Map.Entry<String, Object> path : object(document.get("paths")).entrySet()) {
      for (String method : METHODS) {
        Map<String, Object> operation = object(object(path.getValue()).get(method));
        if (!operation.isEmpty()) {
          String id = text(operation.get("operationId"));
          String route = method.toUpperCase() + " " + path.getKey();
          lines.put(id, String.join("\t", id, version, route, text(operation.get("summary"))));
          Files.writeString(
              folder.resolve(version).resolve(id + ".json"),
              JsonValue.of(page(object(path.getValue()), operation)).json());
        }
      }
    }
    index.addAll(lines.values());
  }

  private Map<String, Object> page(Map<String, Object> path, Map<String, Object> operation) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("description", text(operation.get("description")));
    page.put("deprecated", Boolean.TRUE.equals(operation.get("deprecated")));
    page.put("url", text(object(operation.get("externalDocs")).get("url")));
    List<Object> parameters = new ArrayList<>();
    List<Object> all = new ArrayList<>(list(path.get("parameters")));
    all.addAll(list(operation.get("parameters")));
    for (Object item : all) {
      Map<String, Object> parameter = resolve(item);
      if (!Boolean.TRUE.equals(parameter.get("x-extend-client-header"))) {
        parameters.add(
            field(
                text(parameter.get("name")),
                Boolean.TRUE.equals(parameter.get("required")),
                parameter.get("schema"),
                text(parameter.get("description")),
                parameter.get("example")));
      }
    }
    page.put("parameters", parameters);
    for (Map.Entry<String, Object> content :
        object(resolve(operation.get("requestBody")).get("content")).entrySet()) {
      addBody(page, content.getKey(), object(content.getValue()));
    }
    return page;
  }

  private void addBody(Map<String, Object> page, String type, Map<String, Object> content) {
    Map<String, Object> schema = resolve(content.get("schema"));
    List<?> required = list(schema.get("required"));
    List<Object> fields = new ArrayList<>();
    properties(schema)
        .forEach(
            (name, property) ->
                fields.add(
                    field(
                        name,
                        required.contains(name),
                        property,
                        text(resolve(property).get("description")),
                        null)));
    page.put(type.startsWith("multipart") ? "form" : "body", fields);
    for (Object example : object(content.get("examples")).values()) {
      page.putIfAbsent("example", resolve(example).get("value"));
    }
    if (content.get("example") != null) {
      page.putIfAbsent("example", content.get("example"));
    }
  }

  private Map<String, Object> properties(Map<String, Object> schema) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (Object part : list(schema.get("allOf"))) {
      found.putAll(properties(resolve(part)));
    }
    for (String union : List.of("oneOf", "anyOf")) {
      for (Object member : list(schema.get(union))) {
        properties(resolve(member)).forEach(found::putIfAbsent);
      }
    }
    found.putAll(object(schema.get("properties")));
    return found;
  }

  private Map<String, Object> field(
      String name, boolean required, Object schema, String description, Object example) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", name);
    field.put("required", required);
    field.put("type", type(schema));
    field.put("limits", limits(resolve(schema)));
    field.put("description", description);
    Object shown = example == null ? resolve(schema).get("example") : example;
    if (shown != null) {
      field.put("example", shown.toString());
    }
    return field;
  }

  private String type(Object schema) {
    Map<String, Object> resolved = resolve(schema);
    String format = text(resolved.get("format"));
    String type = text(resolved.get("type"));
    if (type.equals("array")) {
      return "list of " + type(resolved.get("items"));
    }
    if (format.equals("binary")) {
      return "file";
    }
    if (format.equals("date-time")) {
      return "time";
    }
    return switch (type) {
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      case "string" -> "text";
      case "number" -> "number";
      default -> "object";
    };
  }

  private String limits(Map<String, Object> schema) {
    List<String> limits = new ArrayList<>();
    List<?> values = list(schema.get("enum"));
    if (!values.isEmpty()) {
      limits.add("one of " + String.join(", ", values.stream().map(String::valueOf).toList()));
    }
    add(limits, "from ", schema.get("minimum"));
    add(limits, "to ", schema.get("maximum"));
    add(limits, "at most ", schema.get("maxLength"), " characters");
    add(limits, "at most ", schema.get("maxItems"), " items");
    add(limits, "default ", schema.get("default"));
    return String.join("; ", limits);
  }

  private static void add(List<String> limits, String before, Object value, String... after) {
    if (value != null) {
      limits.add(before + value + String.join("", after));
    }
  }

  private Map<String, Object> resolve(Object node) {
    Map<String, Object> found = object(node);
    if (found.get("$ref") instanceof String reference) {
      Object target = document;
      for (String name : reference.substring(2).split("/")) {
        target = object(target).get(name);
      }
      return resolve(target);
    }
    List<?> parts = list(found.get("allOf"));
    if (parts.size() == 1 && found.get("type") == null) {
      Map<String, Object> whole = new LinkedHashMap<>(resolve(parts.get(0)));
      found.forEach(
          (name, value) -> {
            if (!name.equals("allOf")) {
              whole.put(name, value);
            }
          });
      return whole;
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object node) {
    return node instanceof Map ? (Map<String, Object>) node : Map.of();
  }

  private static List<?> list(Object node) {
    return node instanceof List<?> list ? list : List.of();
  }

  private static String text(Object node) {
    return node == null ? "" : node.toString().strip();
  }
}
