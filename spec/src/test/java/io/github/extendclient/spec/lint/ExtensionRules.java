package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.extendclient.spec.lint.SpecSource.Operation;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Rules on the {@code x-extend-*} facts that plain OpenAPI cannot say. */
final class ExtensionRules {

  private static final Set<String> KNOWN =
      Set.of(
          "x-extend-client-header",
          "x-extend-events",
          "x-extend-file",
          "x-extend-id",
          "x-extend-id-or",
          "x-extend-idempotent",
          "x-extend-method",
          "x-extend-name",
          "x-extend-page",
          "x-extend-page-items",
          "x-extend-page-token",
          "x-extend-pending",
          "x-extend-poll",
          "x-extend-run",
          "x-extend-run-category",
          "x-extend-run-operations",
          "x-extend-secret",
          "x-extend-tag",
          "x-extend-timeout");
  private static final Pattern PREFIX = Pattern.compile("([a-z]+_)+");
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret).*");

  private ExtensionRules() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("extensions are known and well formed", ExtensionRules::shapes),
        OperationRules.each("method, idempotence and category are stated", ExtensionRules::stated),
        new Rule("a list with a token pages", ExtensionRules::pages),
        new Rule("a poll names what exists", ExtensionRules::polls),
        RunOperationRules.rule(),
        new Rule("a status enum says which values are pending", ExtensionRules::pending),
        new Rule("secrets are marked", ExtensionRules::secrets));
  }

  private static List<Finding> shapes(SpecSource source) {
    var findings = new ArrayList<Finding>();
    source.trees().forEach((file, tree) -> shapes(findings, file, "", tree));
    return findings;
  }

  private static void shapes(List<Finding> findings, String file, String pointer, JsonNode at) {
    at.properties()
        .forEach(
            e -> {
              String key = e.getKey();
              if (key.startsWith("x-extend-")
                  && !pointer.endsWith("/x-webhooks")
                  && (!KNOWN.contains(key) || !wellFormed(key, e.getValue()))) {
                findings.add(
                    new Finding(
                        file,
                        pointer,
                        "`" + key + ": " + e.getValue() + "` is not an extension of this project",
                        "see the table of extensions in the README"));
              }
              if (!key.equals("example") && !key.equals("value")) {
                shapes(findings, file, pointer + "/" + SpecSource.escape(key), e.getValue());
              }
            });
    for (int i = 0; at.isArray() && i < at.size(); i++) {
      shapes(findings, file, pointer + "/" + i, at.get(i));
    }
  }

  private static boolean wellFormed(String key, JsonNode value) {
    return switch (key) {
      case "x-extend-id" -> prefixes(value);
      case "x-extend-id-or" -> expression(value.asText());
      case "x-extend-idempotent" -> value.isBoolean();
      case "x-extend-run-category" -> Set.of("GET", "WRITE", "RUN").contains(value.asText());
      case "x-extend-timeout" -> duration(value.asText());
      case "x-extend-page" -> value.size() == 2 && value.has("items") && value.has("token");
      case "x-extend-poll" -> value.has("retrieve") && value.has("id");
      case "x-extend-run-operations" -> RunOperationRules.isWellFormed(value);
      case "x-extend-method", "x-extend-name", "x-extend-tag" ->
          value.isTextual() && !value.asText().isBlank();
      case "x-extend-pending" -> value.isArray() && !value.isEmpty();
      default -> value.isBoolean() && value.asBoolean();
    };
  }

  private static boolean prefixes(JsonNode value) {
    for (JsonNode prefix : value) {
      if (!PREFIX.matcher(prefix.asText()).matches()) {
        return false;
      }
    }
    return value.isArray() && !value.isEmpty();
  }

  private static boolean expression(String text) {
    try {
      return !Pattern.compile(text).matcher("").matches();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean duration(String text) {
    try {
      return Duration.parse(text).compareTo(Duration.ZERO) > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Optional<Finding> stated(Operation operation) {
    for (String key : List.of("x-extend-method", "x-extend-idempotent", "x-extend-run-category")) {
      if (!operation.node().has(key)) {
        return OperationRules.finding(operation, "`" + key + "` is not stated", "state it");
      }
    }
    String method = operation.node().path("x-extend-method").asText();
    if (!operation.node().path("operationId").asText().endsWith("_" + method)) {
      return OperationRules.finding(
          operation,
          "`x-extend-method` is `" + method + "`",
          "repeat the verb of the operation ID");
    }
    boolean get = operation.method().equals("get");
    if (get != operation.node().path("x-extend-run-category").asText().equals("GET")) {
      return OperationRules.finding(
          operation,
          "`x-extend-run-category` does not fit the method",
          "GET is for reads, WRITE for changes, RUN for what starts processing");
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> response(SpecSource source, Operation operation) {
    String reference =
        operation.node().at("/responses/200/content/application~1json/schema/$ref").asText();
    return source.resolve(operation.file(), reference);
  }

  private static List<Finding> pages(SpecSource source) {
    var findings = new ArrayList<Finding>();
    for (Operation operation : source.operations()) {
      JsonNode properties =
          response(source, operation).map(node -> node.path("properties")).orElse(null);
      if (properties == null) {
        continue;
      }
      JsonNode page = operation.node().path("x-extend-page");
      String items = page.path("items").asText();
      String token = page.path("token").asText();
      boolean array = properties.path(items).path("type").asText().equals("array");
      boolean pages = properties.has("nextPageToken");
      boolean marked =
          properties.path(items).has("x-extend-page-items")
              && properties.path(token).has("x-extend-page-token");
      if (pages != !page.isMissingNode() || (pages && !(array && marked))) {
        OperationRules.finding(
                operation,
                "`x-extend-page` does not fit the response",
                "name the array of items and the token, and mark both with x-extend-page-items and"
                    + " -token")
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static List<Finding> polls(SpecSource source) {
    var findings = new ArrayList<Finding>();
    var ids = source.operations().stream().map(o -> o.node().path("operationId").asText()).toList();
    for (Operation operation : source.operations()) {
      JsonNode poll = operation.node().path("x-extend-poll");
      if (poll.isMissingNode()) {
        continue;
      }
      String id = operation.node().path("operationId").asText();
      String retrieve = id.replaceFirst("_.*", "_" + poll.path("retrieve").asText());
      boolean created =
          response(source, operation)
              .map(
                  node ->
                      node.path("properties")
                          .has(poll.path(poll.has("createdIn") ? "createdIn" : "id").asText()))
              .orElse(false);
      boolean returned =
          !poll.has("response")
              || source.schemas().stream()
                  .anyMatch(s -> s.named() && s.name().equals(poll.path("response").asText()));
      if (!ids.contains(retrieve) || !created || !returned) {
        OperationRules.finding(
                operation,
                "`x-extend-poll` names what does not exist",
                "retrieve is a verb of the same tag, id a property of the response, response a"
                    + " schema")
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static List<Finding> pending(SpecSource source) {
    var findings = new ArrayList<Finding>();
    for (var schema : source.schemas()) {
      var values = new ArrayList<String>();
      schema.node().path("enum").forEach(value -> values.add(value.asText()));
      var pending = new ArrayList<String>();
      schema.node().path("x-extend-pending").forEach(value -> pending.add(value.asText()));
      boolean missing = values.contains("PROCESSING") && !pending.contains("PROCESSING");
      if (missing || !values.containsAll(pending)) {
        findings.add(
            new Finding(
                schema.file(),
                schema.pointer(),
                "`x-extend-pending` is " + pending,
                "list the values of the enum after which a run goes on"));
      }
    }
    return findings;
  }

  private static List<Finding> secrets(SpecSource source) {
    return source.schemas().stream()
        .filter(schema -> schema.pointer().matches(".*/properties/[^/]+"))
        .filter(schema -> SECRET.matcher(schema.name()).matches())
        .filter(schema -> !marked(source, schema))
        .map(
            schema ->
                new Finding(
                    schema.file(),
                    schema.pointer(),
                    "`" + schema.name() + "` would be printed",
                    "add x-extend-secret: true"))
        .toList();
  }

  private static boolean marked(SpecSource source, SpecSource.Schema schema) {
    JsonNode node = schema.node();
    String reference = node.at("/allOf/0/$ref").asText();
    return node.path("x-extend-secret").asBoolean()
        || source
            .resolve(schema.file(), reference)
            .map(target -> target.path("x-extend-secret").asBoolean())
            .orElse(false);
  }
}
