package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.spec.lint.SpecSource.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on operations: names, texts, parameters, responses and examples. */
final class OperationRules {

  private static final Pattern ID = Pattern.compile("([a-z][A-Za-z]+)_([a-z][A-Za-z]+)");
  private static final Set<String> STATUSES =
      Set.of("200", "400", "401", "403", "404", "429", "500");

  private OperationRules() {}

  static List<Rule> rules() {
    return List.of(
        each("an operation ID is resource_verb, and its tag says the same", OperationRules::names),
        new Rule("operation IDs are unique", OperationRules::unique),
        each("an operation has summary, description and page", OperationRules::texts),
        each("an operation takes the version and workspace headers", OperationRules::headers),
        each("an operation lists its responses", OperationRules::responses),
        each("request and response have named examples", OperationRules::examples),
        each("parameters are described", OperationRules::parameters),
        each("bodies are named", OperationRules::bodies),
        each("an upload takes one file and something optional", OperationRules::uploads));
  }

  static Rule each(String name, Function<Operation, Optional<Finding>> check) {
    return new Rule(
        name, source -> source.operations().stream().map(check).flatMap(Optional::stream).toList());
  }

  static Optional<Finding> finding(Operation operation, String problem, String fix) {
    return Optional.of(new Finding(operation.file(), operation.pointer(), problem, fix));
  }

  private static Optional<Finding> names(Operation operation) {
    String id = operation.node().path("operationId").asText();
    var matcher = ID.matcher(id);
    JsonNode tags = operation.node().path("tags");
    if (!matcher.matches() || matcher.group(2).startsWith("get")) {
      return finding(
          operation,
          "`" + id + "` is no operation ID",
          "write the resource in camel case, an underscore and a verb (create, retrieve, list, …)");
    }
    String expected = matcher.group(1).replaceAll("(?=[A-Z])", " ");
    expected = Character.toUpperCase(expected.charAt(0)) + expected.substring(1);
    if (tags.size() != 1 || !tags.get(0).asText().equals(expected)) {
      return finding(operation, "the tags are " + tags, "give it the one tag `" + expected + "`");
    }
    return Optional.empty();
  }

  private static List<Finding> unique(SpecSource source) {
    var seen = new HashSet<String>();
    return source.operations().stream()
        .filter(operation -> !seen.add(operation.node().path("operationId").asText()))
        .flatMap(
            operation ->
                finding(
                    operation,
                    "`" + operation.node().path("operationId").asText() + "` is used twice",
                    "choose another verb")
                    .stream())
        .toList();
  }

  private static Optional<Finding> texts(Operation operation) {
    String summary = operation.node().path("summary").asText();
    if (summary.isBlank() || summary.length() > 60 || summary.endsWith(".")) {
      return finding(
          operation,
          "the summary is `" + summary + "`",
          "write up to 60 characters without a full stop");
    }
    if (operation.node().path("description").asText().isBlank()) {
      return finding(operation, "there is no description", "say what it does, costs and deletes");
    }
    if (!operation.node().path("externalDocs").path("url").asText().startsWith("https://")) {
      return finding(operation, "there is no page", "put its address into externalDocs.url");
    }
    return Optional.empty();
  }

  private static Optional<Finding> headers(Operation operation) {
    var references = new HashSet<String>();
    Stream.of(operation.pathItem(), operation.node())
        .forEach(
            holder ->
                holder.path("parameters").forEach(p -> references.add(p.path("$ref").asText())));
    for (String header : List.of("ApiVersion", "WorkspaceId")) {
      if (!references.contains("parameters.yaml#/parameters/" + header)) {
        return finding(
            operation,
            "the header parameter " + header + " is missing",
            "refer to parameters.yaml#/parameters/" + header);
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> responses(Operation operation) {
    JsonNode responses = operation.node().path("responses");
    for (String status : STATUSES.stream().sorted().toList()) {
      if (!responses.has(status)) {
        return finding(
            operation,
            "there is no response " + status,
            "add it, from errors.yaml if it is an error");
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> examples(Operation operation) {
    var contents = new ArrayList<JsonNode>();
    contents.add(operation.node().at("/responses/200/content/application~1json"));
    JsonNode body = operation.node().at("/requestBody/content/application~1json");
    if (!body.isMissingNode()) {
      contents.add(body);
    }
    for (JsonNode content : contents) {
      if (content.path("examples").isEmpty()) {
        return finding(
            operation,
            "request or response have no examples",
            "add a named one under content.*.examples");
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> parameters(Operation operation) {
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.has("$ref")) {
        continue;
      }
      String name = parameter.path("name").asText();
      if (parameter.path("description").asText().isBlank()) {
        return finding(operation, "the parameter `" + name + "` is not described", "describe it");
      }
      boolean path = parameter.path("in").asText().equals("path");
      if (path
          && !(parameter.has("x-extend-id") && parameter.at("/schema/maxLength").asInt() == 255)) {
        return finding(
            operation,
            "the path parameter `" + name + "` does not say which IDs it takes",
            "add x-extend-id, minLength 1 and maxLength 255");
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> bodies(Operation operation) {
    JsonNode body = operation.node().path("requestBody");
    if (body.isMissingNode()) {
      return Optional.empty();
    }
    if (!body.path("required").asBoolean()) {
      return finding(operation, "the body is optional", "require it: an empty object is a body");
    }
    JsonNode json = body.at("/content/application~1json/schema");
    JsonNode parts = body.at("/content/multipart~1form-data/schema");
    if (!json.has("$ref") && !parts.has("title")) {
      return finding(
          operation,
          "the body has no name",
          "refer to a schema, or give the multipart schema a title");
    }
    return Optional.empty();
  }

  /** The method without what is optional would otherwise stand in the interface twice. */
  private static Optional<Finding> uploads(Operation operation) {
    JsonNode parts = operation.node().at("/requestBody/content/multipart~1form-data/schema");
    if (parts.isMissingNode()) {
      return Optional.empty();
    }
    int files = 0;
    int optional = 0;
    for (var part : parts.path("properties").properties()) {
      if (part.getValue().path("format").asText().equals("binary")) {
        files++;
      } else if (!names(parts.path("required")).contains(part.getKey())) {
        optional++;
      }
    }
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        optional++;
      }
    }
    if (files != 1 || optional == 0) {
      return finding(
          operation,
          "the upload takes " + files + " files and " + optional + " optional values",
          "the templates need one file, and an optional text or query parameter beside it");
    }
    return Optional.empty();
  }

  private static Set<String> names(JsonNode list) {
    Set<String> names = new HashSet<>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }
}
