package io.github.extendclient.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.extendclient.spec.lint.SpecSource.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which operations belong to a kind of run, so that bulk processing needs no name of them. */
final class RunOperationRules {
  private static final String KEY = "x-extend-run-operations";
  private static final List<String> REQUIRED = List.of("file", "list", "retrieve");
  private static final List<String> OPTIONAL = List.of("cancel", "delete");
  private static final String FIX =
      "name the property that takes the document, and the verbs of the same tag that list,"
          + " retrieve, cancel and delete its runs; leave out a verb that the tag does not have";

  private RunOperationRules() {}

  static Rule rule() {
    return new Rule("a kind of run names its operations", RunOperationRules::check);
  }

  static boolean isWellFormed(JsonNode value) {
    for (var entry : value.properties()) {
      boolean known = REQUIRED.contains(entry.getKey()) || OPTIONAL.contains(entry.getKey());
      if (!known || !entry.getValue().isTextual()) {
        return false;
      }
    }
    return REQUIRED.stream().allMatch(value::has);
  }

  private static List<Finding> check(SpecSource source) {
    var findings = new ArrayList<Finding>();
    for (Operation operation : source.operations()) {
      JsonNode stated = operation.node().path(KEY);
      if (stated.isMissingNode() && createsListedRuns(source, operation)) {
        OperationRules.finding(operation, "`" + KEY + "` is not stated", FIX)
            .ifPresent(findings::add);
      } else if (!stated.isMissingNode() && !fits(source, operation, stated)) {
        OperationRules.finding(operation, "`" + KEY + "` does not fit its operations", FIX)
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Whether it creates runs that are listed, and that no other property wraps. */
  private static boolean createsListedRuns(SpecSource source, Operation operation) {
    JsonNode poll = operation.node().path("x-extend-poll");
    return !poll.isMissingNode()
        && !poll.has("createdIn")
        && !poll.has("foundIn")
        && sibling(source, operation, "list").has("x-extend-page");
  }

  private static boolean fits(SpecSource source, Operation operation, JsonNode stated) {
    String reference =
        operation.node().at("/requestBody/content/application~1json/schema/$ref").asText();
    boolean takesFile =
        source
            .resolve(operation.file(), reference)
            .map(body -> body.path("properties").has(stated.path("file").asText()))
            .orElse(false);
    boolean lists = sibling(source, operation, stated.path("list").asText()).has("x-extend-page");
    String retrieve = stated.path("retrieve").asText();
    boolean retrieves =
        !sibling(source, operation, retrieve).isMissingNode()
            && operation.node().at("/x-extend-poll/retrieve").asText().equals(retrieve);
    return takesFile
        && lists
        && retrieves
        && endsRuns(source, operation, stated, "cancel", Set.of("post"))
        && endsRuns(source, operation, stated, "delete", Set.of("delete"));
  }

  /** Stated if the tag has an operation of that verb, which takes nothing but the ID. */
  private static boolean endsRuns(
      SpecSource source, Operation operation, JsonNode stated, String key, Set<String> methods) {
    if (!stated.has(key)) {
      return sibling(source, operation, key).isMissingNode();
    }
    String id = idOf(operation, stated.path(key).asText());
    return source.operations().stream()
        .anyMatch(
            other ->
                other.node().path("operationId").asText().equals(id)
                    && methods.contains(other.method())
                    && !other.node().has("requestBody"));
  }

  private static JsonNode sibling(SpecSource source, Operation operation, String verb) {
    String id = idOf(operation, verb);
    return source.operations().stream()
        .map(Operation::node)
        .filter(node -> node.path("operationId").asText().equals(id))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static String idOf(Operation operation, String verb) {
    return operation.node().path("operationId").asText().replaceFirst("_.*", "_" + verb);
  }
}
