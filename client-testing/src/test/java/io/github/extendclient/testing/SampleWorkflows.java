package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Creates workflows of a few steps, and runs them over a text. */
final class SampleWorkflows {
  private final ServerFixture fixture;

  SampleWorkflows(ServerFixture fixture) {
    this.fixture = fixture;
  }

  /** A workflow that parses and then takes the first of some steps; returns its ID. */
  String parsing(String... steps) {
    String name = steps[0].replaceFirst(".*?'name': '([^']+)'.*", "$1");
    return parsing(List.of(name), steps);
  }

  /** A workflow that parses and then takes some of its steps; returns its ID. */
  String parsing(List<String> first, String... steps) {
    List<String> next = first.stream().map(name -> "{'step': '" + name + "'}").toList();
    return create(
        "{'type': 'TRIGGER', 'name': 't', 'next': [{'step': 'p'}]},"
            + " {'type': 'PARSE', 'name': 'p', 'next': ["
            + String.join(", ", next)
            + "]}, "
            + String.join(", ", steps));
  }

  /** A workflow that extracts the text {@code total} and waits for a review; returns its ID. */
  String reviewing() {
    String schema = "{'extractorConfig': {'schema': " + ServerFixture.schema("total") + "}}";
    return parsing(step("EXTRACT", "x", schema, "r"), "{'type': 'HUMAN_REVIEW', 'name': 'r'}");
  }

  /** A workflow of steps, its trigger included; returns its ID. */
  String create(String steps) {
    TestClient.Response response =
        fixture.current.post("/workflows", "{'name': 'W', 'steps': [" + steps + "]}");
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return response.text("id");
  }

  /** Starts a run over a text and returns its ID. */
  String start(String workflow, String text) {
    return start(workflow, text, "{}");
  }

  private String start(String workflow, String text, String metadata) {
    return fixture
        .current
        .post(
            "/workflow_runs",
            "{'workflow': {'id': '"
                + workflow
                + "'}, 'file': {'text': '"
                + text
                + "'}, 'metadata': "
                + metadata
                + "}")
        .text("id");
  }

  /** Runs a workflow over a text to its end, or to its first review. */
  TestClient.Response run(String workflow, String text) {
    return run(workflow, text, "{}");
  }

  TestClient.Response run(String workflow, String text, String metadata) {
    String id = start(workflow, text, metadata);
    fixture.finishRuns();
    return fixture.current.get("/workflow_runs/" + id);
  }

  /** The names of the steps that a run has done. */
  static List<String> stepNames(TestClient.Response run) {
    return ((List<?>) run.at("stepRuns"))
        .stream()
            .map(step -> (Map<?, ?>) ((Map<?, ?>) step).get("step"))
            .map(step -> String.valueOf(step.get("name")))
            .toList();
  }

  /** A step that always passes, to make its run visible among the step runs. */
  static String passing(String name, String... next) {
    return step("RULE_VALIDATION", name, "{'rules': [{'name': 'r', 'formula': 'TRUE'}]}", next);
  }

  /** A step that leads to others: their names, or entries of its {@code next}. */
  static String step(String type, String name, String config, String... next) {
    List<String> entries =
        Stream.of(next).map(one -> one.startsWith("{") ? one : "{'step': '" + one + "'}").toList();
    return "{'type': '"
        + type
        + "', 'name': '"
        + name
        + "', 'config': "
        + config
        + ", 'next': ["
        + String.join(", ", entries)
        + "]}";
  }

  /** The configuration of a step that extracts two values. */
  static String extracting(String field, String type, String field2, String type2) {
    return "{'extractorConfig': {'schema': {'type': 'object', 'properties': {'"
        + field
        + "': {'type': ['"
        + type
        + "', 'null']}, '"
        + field2
        + "': {'type': ['"
        + type2
        + "', 'null']}}, 'required': ['"
        + field
        + "', '"
        + field2
        + "'], 'additionalProperties': false}}}";
  }
}
