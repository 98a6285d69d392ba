package io.github.extendclient.testing;

import static io.github.extendclient.testing.SampleWorkflows.step;
import static io.github.extendclient.testing.SampleWorkflows.stepNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workflow runs: the order of their steps, their branches, and what the request can provide. */
final class WorkflowsTest {
  private static final String EXTRACT =
      step(
          "EXTRACT", "x", "{'extractorConfig': {'schema': " + ServerFixture.schema("total") + "}}");

  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();
  private final SampleWorkflows workflows = new SampleWorkflows(fixture);

  @Test
  void stepsRunInTheirOrder() {
    TestClient.Response ended = workflows.run(workflows.parsing(EXTRACT), "Total: 5");

    assertThat(ended.text("status")).isEqualTo("PROCESSED");
    assertThat(ended.text("stepRuns[0].stepType")).isEqualTo("PARSE");
    assertThat(ended.text("stepRuns[1].result.extractRun.output.value.total")).isEqualTo("5");
  }

  @Test
  void aRunIsPendingAtFirst() {
    String id = workflows.start(workflows.parsing(EXTRACT), "Total: 5");

    assertThat(fixture.current.get("/workflow_runs/" + id).text("status")).isEqualTo("PENDING");
  }

  @Test
  void theRunsOfStepsAreListedWithTheirSource() {
    workflows.run(workflows.parsing(EXTRACT), "Total: 5");

    assertThat((List<?>) fixture.current.get("/extract_runs?source=WORKFLOW_RUN").at("data"))
        .hasSize(1);
  }

  @Test
  void theClassOfADocumentChoosesTheNextStep() {
    String classes =
        "{'classifierConfig': {'classifications': [{'id': 'a', 'type': 'invoice', 'description':"
            + " ''}, {'id': 'b', 'type': 'contract', 'description': ''}]}}";
    String workflow =
        workflows.parsing(
            step("CLASSIFY", "c", classes, "{'step': 'x', 'classificationId': 'a'}"), EXTRACT);

    assertThat(stepNames(workflows.run(workflow, "Invoice. Total: 5")))
        .containsExactly("p", "c", "x");
    assertThat(stepNames(workflows.run(workflow, "Contract. Total: 5"))).containsExactly("p", "c");
  }

  @Test
  void aProvidedOutputReplacesTheRunOfItsExtractor() {
    String extractor = fixture.extractor("X", "total");
    String workflow =
        workflows.parsing(
            step("EXTRACT", "x", "{'extractor': {'id': '" + extractor + "', 'version': 'draft'}}"));
    String id =
        fixture
            .current
            .post(
                "/workflow_runs",
                "{'workflow': {'id': '"
                    + workflow
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
  void newMetadataIsAddedToTheOld() {
    String id = workflows.run(workflows.parsing(EXTRACT), "a", "{'a': 1}").text("id");

    assertThat(
            fixture.current.post("/workflow_runs/" + id, "{'metadata': {'b': 2}}").at("metadata"))
        .isEqualTo(Map.of("a", 1L, "b", 2L));
  }
}
