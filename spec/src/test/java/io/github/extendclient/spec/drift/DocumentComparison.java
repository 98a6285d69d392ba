package io.github.extendclient.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.spec.drift.ApiDocument.Operation;
import io.github.extendclient.spec.drift.Change.Effect;
import io.github.extendclient.spec.drift.SchemaComparison.Direction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares a document with an older one: operations, parameters, bodies, responses, events. */
public final class DocumentComparison {
  private static final Set<String> FORMS =
      Set.of("multipart/form-data", "application/x-www-form-urlencoded");

  private final ApiDocument ours;
  private final ApiDocument theirs;
  private final SpecFiles files;
  private final Changes changes = new Changes();
  private final SchemaComparison schemas;

  /**
   * For two documents.
   *
   * @param ours the older one
   * @param theirs the newer one
   * @param files say where a change belongs
   */
  public DocumentComparison(ApiDocument ours, ApiDocument theirs, SpecFiles files) {
    this.ours = ours;
    this.theirs = theirs;
    this.files = files;
    this.schemas = new SchemaComparison(ours, theirs, changes);
  }

  /** {@return what differs, each once} */
  public Collection<Change> changes() {
    compareOperations();
    compareEvents();
    return changes.all();
  }

  private void compareOperations() {
    Map<String, Operation> before = ours.operations();
    Map<String, Operation> after = theirs.operations();
    after.forEach(
        (key, operation) -> {
          if (!before.containsKey(key)) {
            changes.add(location(operation), "new operation", Effect.ADDITION);
          }
        });
    before.forEach(
        (key, operation) -> {
          Operation other = after.get(key);
          if (other == null) {
            changes.add(location(operation), "operation is gone", Effect.BREAKING);
          } else {
            compare(operation, other);
          }
        });
  }

  private SpecLocation location(Operation operation) {
    return new SpecLocation(
        files, operation.name(), operation.name(), files.ofPath(operation.path()));
  }

  private void compare(Operation before, Operation after) {
    SpecLocation location = location(before);
    boolean deprecated = after.node().path("deprecated").asBoolean();
    if (before.node().path("deprecated").asBoolean() != deprecated) {
      changes.add(
          location,
          deprecated ? "is now deprecated" : "is no longer deprecated",
          Effect.DOCUMENTATION);
    }
    compareParameters(before.parameters(), after.parameters(), location);
    compareBodies(
        ours.follow(before.node().path("requestBody")),
        theirs.follow(after.node().path("requestBody")),
        location);
    compareResponses(before.node().path("responses"), after.node().path("responses"), location);
  }

  private void compareParameters(
      Map<String, JsonNode> before, Map<String, JsonNode> after, SpecLocation location) {
    after.forEach(
        (key, parameter) -> {
          if (!before.containsKey(key)) {
            boolean required = parameter.path("required").asBoolean();
            changes.add(
                location.part(key),
                "new " + (required ? "required" : "optional") + " parameter",
                required ? Effect.BREAKING : Effect.ADDITION);
          }
        });
    before.forEach(
        (key, parameter) -> {
          JsonNode other = after.get(key);
          if (other == null) {
            changes.add(location.part(key), "parameter is gone", Effect.BREAKING);
          } else {
            compareParameter(parameter, other, location.part(key));
          }
        });
  }

  private void compareParameter(JsonNode before, JsonNode after, SpecLocation location) {
    boolean required = after.path("required").asBoolean();
    if (before.path("required").asBoolean() != required) {
      changes.add(
          location,
          required ? "is now required" : "is no longer required",
          required ? Effect.BREAKING : Effect.ADDITION);
    }
    if (!style(before).equals(style(after))) {
      changes.add(
          location, "is written as " + style(after) + ", was " + style(before), Effect.BREAKING);
    }
    if (before.path("deprecated").asBoolean() != after.path("deprecated").asBoolean()) {
      changes.add(
          location,
          after.path("deprecated").asBoolean() ? "is now deprecated" : "is no longer deprecated",
          Effect.DOCUMENTATION);
    }
    schemas.compare(schema(before), schema(after), location, Direction.REQUEST);
  }

  private static String style(JsonNode parameter) {
    String in = parameter.path("in").asText();
    String style =
        parameter
            .path("style")
            .asText(in.equals("query") || in.equals("cookie") ? "form" : "simple");
    boolean explode = parameter.path("explode").asBoolean(style.equals("form"));
    return parameter.has("content") ? "JSON" : style + (explode ? ", exploded" : "");
  }

  private static JsonNode schema(JsonNode parameter) {
    return parameter.has("content")
        ? parameter.path("content").path("application/json").path("schema")
        : parameter.path("schema");
  }

  private void compareBodies(JsonNode before, JsonNode after, SpecLocation location) {
    SpecLocation body = location.part("request body");
    boolean required = after.path("required").asBoolean();
    if (before.isMissingNode() && !after.isMissingNode()) {
      changes.add(
          body,
          required ? "new required body" : "new optional body",
          required ? Effect.BREAKING : Effect.ADDITION);
    } else if (!before.isMissingNode() && after.isMissingNode()) {
      changes.add(body, "body is gone", Effect.BREAKING);
    } else if (!before.isMissingNode()) {
      if (before.path("required").asBoolean() != required) {
        changes.add(
            body,
            required ? "is now required" : "is no longer required",
            required ? Effect.BREAKING : Effect.NULLNESS);
      }
      compareContents(before.path("content"), after.path("content"), body, Direction.REQUEST);
    }
  }

  private void compareContents(
      JsonNode before, JsonNode after, SpecLocation location, Direction direction) {
    Map<String, JsonNode> left = contents(before);
    Map<String, JsonNode> right = contents(after);
    for (String type : difference(right.keySet(), left.keySet())) {
      changes.add(location, "new media type " + type, Effect.ADDITION);
    }
    left.forEach(
        (type, schema) -> {
          if (right.containsKey(type)) {
            schemas.compare(
                schema,
                right.get(type),
                location,
                FORMS.contains(type) ? Direction.FORM : direction);
          } else {
            changes.add(location, "media type " + type + " is gone", Effect.BREAKING);
          }
        });
  }

  private static Map<String, JsonNode> contents(JsonNode content) {
    Map<String, JsonNode> contents = new LinkedHashMap<>();
    content
        .properties()
        .forEach(
            media ->
                contents.put(media.getKey().split(";")[0].trim(), media.getValue().path("schema")));
    return contents;
  }

  private void compareResponses(JsonNode before, JsonNode after, SpecLocation location) {
    Set<String> left = names(before);
    Set<String> right = names(after);
    for (String status : difference(right, left)) {
      changes.add(
          location.part("response " + status),
          "new response",
          isError(status) ? Effect.DOCUMENTATION : Effect.ADDITION);
    }
    for (String status : left) {
      SpecLocation response = location.part("response " + status);
      if (right.contains(status)) {
        compareContents(
            ours.follow(before.get(status)).path("content"),
            theirs.follow(after.get(status)).path("content"),
            response,
            Direction.RESPONSE);
      } else {
        changes.add(
            response, "response is gone", isError(status) ? Effect.DOCUMENTATION : Effect.BREAKING);
      }
    }
  }

  private static boolean isError(String status) {
    return !status.startsWith("2");
  }

  private void compareEvents() {
    Map<String, JsonNode> before = ours.events();
    Map<String, JsonNode> after = theirs.events();
    for (String event : difference(after.keySet(), before.keySet())) {
      changes.add(event(event), "new webhook event", Effect.ADDITION);
    }
    before.forEach(
        (event, schema) -> {
          if (after.containsKey(event)) {
            schemas.compare(schema, after.get(event), event(event), Direction.RESPONSE);
          } else {
            changes.add(event(event), "webhook event is gone", Effect.BREAKING);
          }
        });
  }

  private SpecLocation event(String event) {
    String name = "event " + event;
    return new SpecLocation(files, name, name, files.ofEvents());
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> difference(Set<String> from, Set<String> without) {
    Set<String> difference = new TreeSet<>(from);
    difference.removeAll(without);
    return difference;
  }
}
