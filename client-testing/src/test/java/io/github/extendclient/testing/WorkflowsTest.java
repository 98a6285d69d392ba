package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workflow runs: their steps, reviews, branches and failures. */
final class WorkflowsTest {
  private static final String PARSE_STEPS =
      "{'type': 'TRIGGER', 'name': 't', 'next': [{'step': 'p'}]},"
          + " {'type': 'PARSE', 'name': 'p', 'next': [{'step': 'x'}]}";

  @RegisterExtension private final Fixture fixture = Fixture.validating();

  @Test
  void stepsRunInTheirOrder() {
    String id = run(workflow(PARSE_STEPS + ", " + extract("x", "")), "Total: 5");

    assertThat(fixture.current.get("/workflow_runs/" + id).text("status")).isEqualTo("PENDING");
    fixture.finishRuns();
    TestClient.Answer ended = fixture.current.get("/workflow_runs/" + id);

    assertThat(ended.text("status")).isEqualTo("PROCESSED");
    assertThat(ended.text("stepRuns[0].stepType")).isEqualTo("PARSE");
    assertThat(ended.text("stepRuns[1].result.extractRun.output.value.total")).isEqualTo("5");
    assertThat((List<?>) fixture.current.get("/extract_runs?source=WORKFLOW_RUN").at("data"))
        .hasSize(1);
  }

  @Test
  void reviewIsWaitedForAndEndsTheRun() {
    String id = reviewed();

    assertThat(status(id)).isEqualTo("NEEDS_REVIEW");
    fixture.server.approveReview(id);
    assertThat(status(id)).isEqualTo("PROCESSED");
    assertThatThrownBy(() -> fixture.server.approveReview(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the workflow run "
                + id
                + " does not wait for a review: its status is PROCESSED, not NEEDS_REVIEW");
  }

  @Test
  void rejectionIsShownWithItsNote() {
    String id = reviewed();

    fixture.server.rejectReview(id, "illegible");

    TestClient.Answer run = fixture.current.get("/workflow_runs/" + id);
    assertThat(run.text("status")).isEqualTo("REJECTED");
    assertThat(run.text("rejectionNote")).isEqualTo("illegible");
  }

  @Test
  void correctedOutputsEndTheReviewOfTheOldVersion() {
    String id = reviewed();
    String output = fixture.legacy.get("/workflow_runs/" + id).text("workflowRun.outputs[0].id");

    TestClient.Answer corrected =
        fixture.legacy.post(
            "/workflow_runs/" + id + "/outputs/" + output,
            "{'reviewedOutput': {'value': {'total': '7'}}}");

    assertThat(corrected.text("workflowRun.outputs[0].output.value.total")).isEqualTo("7");
    assertThat(corrected.text("workflowRun.outputs[0].initialOutput.value.total")).isEqualTo("5");
    assertThat(status(id)).isEqualTo("PROCESSED");
  }

  @Test
  void classDecidesTheBranch() {
    String steps =
        "{'type': 'TRIGGER', 'name': 't', 'next': [{'step': 'c'}]}, {'type': 'CLASSIFY', 'name':"
            + " 'c', 'config': {'classifierConfig': {'classifications': [{'id': 'a', 'type':"
            + " 'invoice', 'description': ''}, {'id': 'b', 'type': 'contract', 'description':"
            + " ''}]}}, 'next': [{'step': 'x', 'classificationId': 'a'}]}, "
            + extract("x", "");
    String workflow = workflow(steps);
    String invoice = run(workflow, "Invoice. Total: 5");
    String contract = run(workflow, "Contract. Total: 5");
    fixture.finishRuns();

    assertThat(stepTypes(invoice)).containsExactly("CLASSIFY", "EXTRACT");
    assertThat(stepTypes(contract)).containsExactly("CLASSIFY");
  }

  @Test
  void providedOutputTakesThePlaceOfTheRun() {
    String extractor = extractor();
    String steps =
        PARSE_STEPS
            + ", {'type': 'EXTRACT', 'name': 'x', 'config': {'extractor': {'id': '"
            + extractor
            + "', 'version': 'draft'}}}";
    String id =
        fixture
            .current
            .post(
                "/workflow_runs",
                "{'workflow': {'id': '"
                    + workflow(steps)
                    + "'}, 'file': {'text': 'Total: 5'}, 'outputs': [{'processorId': '"
                    + extractor
                    + "', 'output': {'value': {'total': '9'}}}]}")
            .text("id");
    fixture.finishRuns();

    assertThat(
            fixture
                .current
                .get("/workflow_runs/" + id)
                .text("stepRuns[1].result.extractRun.output.value.total"))
        .isEqualTo("9");
  }

  @Test
  void stepThatLeadsNowhereIsRefused() {
    TestClient.Answer answer =
        fixture.current.post(
            "/workflows",
            "{'name': 'W', 'steps': [{'type': 'TRIGGER', 'name': 't', 'next': [{'step': 'z'}]}]}");

    assertThat(answer.text("message"))
        .isEqualTo(
            "The property \"steps[0].next[0].step\" must name a step of the workflow, but there is"
                + " no step z.");
  }

  @Test
  void newMetadataJoinsTheOld() {
    String id =
        fixture
            .current
            .post(
                "/workflow_runs",
                "{'workflow': {'id': '"
                    + workflow(PARSE_STEPS + ", " + extract("x", ""))
                    + "'}, 'file': {'text': 'a'}, 'metadata': {'a': 1}}")
            .text("id");

    assertThat(
            fixture.current.post("/workflow_runs/" + id, "{'metadata': {'b': 2}}").at("metadata"))
        .isEqualTo(Map.of("a", 1L, "b", 2L));
  }

  private String reviewed() {
    String steps =
        PARSE_STEPS
            + ", "
            + extract("x", ", 'next': [{'step': 'r'}]")
            + ", {'type': 'HUMAN_REVIEW', 'name': 'r'}";
    String id = run(workflow(steps), "Total: 5");
    fixture.finishRuns();
    return id;
  }

  private List<String> stepTypes(String run) {
    return ((List<?>) fixture.current.get("/workflow_runs/" + run).at("stepRuns"))
        .stream().map(step -> String.valueOf(((Map<?, ?>) step).get("stepType"))).toList();
  }

  private String status(String run) {
    return fixture.current.get("/workflow_runs/" + run).text("status");
  }

  private static String extract(String name, String next) {
    return "{'type': 'EXTRACT', 'name': '"
        + name
        + "', 'config': {'extractorConfig': {'schema': "
        + SCHEMA
        + "}}"
        + next
        + "}";
  }

  private static final String SCHEMA =
      "{'type': 'object', 'properties': {'total': {'type': ['string', 'null']}}, 'required':"
          + " ['total'], 'additionalProperties': false}";

  private String extractor() {
    return fixture
        .current
        .post("/extractors", "{'name': 'X', 'config': {'schema': " + SCHEMA + "}}")
        .text("id");
  }

  private String workflow(String steps) {
    return fixture.current.post("/workflows", "{'name': 'W', 'steps': [" + steps + "]}").text("id");
  }

  private String run(String workflow, String text) {
    return fixture
        .current
        .post(
            "/workflow_runs",
            "{'workflow': {'id': '" + workflow + "'}, 'file': {'text': '" + text + "'}}")
        .text("id");
  }
}
