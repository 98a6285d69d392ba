package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The payloads of events. */
final class WebhookEventsTest {
  private static final String[] WORKFLOW_EVENTS = {
    "workflow_run.completed",
    "workflow_run.failed",
    "workflow_run.needs_review",
    "workflow_run.rejected",
    "workflow_run.cancelled",
    "workflow_run.step_run.processed"
  };

  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @RegisterExtension private final WebhookReceiver receiver = new WebhookReceiver(fixture);

  private final SampleWorkflows workflows = new SampleWorkflows(fixture);

  @Test
  void aWorkflowRunHasAnEventForEachStepAndForItsEnd() throws Exception {
    String endpoint = receiver.register("2026-02-09");
    String workflow = workflows.reviewing();
    receiver.subscribe(endpoint, "workflow", workflow, WORKFLOW_EVENTS);
    String run = workflows.start(workflow, "Total: 5");
    fixture.finishRuns();

    WebhookReceiver.Event step = receiver.next();
    assertThat(step.type()).isEqualTo("workflow_run.step_run.processed");
    assertThat(step.payload().requireText("object")).isEqualTo("workflow_step_run");
    assertThat(step.payload().requireText("stepType")).isEqualTo("PARSE");
    assertThat(receiver.next().payload().requireText("stepType")).isEqualTo("EXTRACT");
    assertThat(receiver.next().type()).isEqualTo("workflow_run.needs_review");
    fixture.server.rejectReview(run, "no");
    WebhookReceiver.Event rejected = receiver.next();
    assertThat(rejected.type()).isEqualTo("workflow_run.rejected");
    assertThat(rejected.payload().requireText("rejectionNote")).isEqualTo("no");
  }

  @Test
  void aCancelledWorkflowRunHasAnEvent() throws Exception {
    String endpoint = receiver.register("2026-02-09");
    String workflow = workflows.reviewing();
    receiver.subscribe(endpoint, "workflow", workflow, WORKFLOW_EVENTS);

    String cancelled = workflows.start(workflow, "Total: 6");
    fixture.current.send(
        fixture
            .current
            .request("/workflow_runs/" + cancelled + "/cancel")
            .post(RequestBody.create(new byte[0])));
    WebhookReceiver.Event end = receiver.next();
    assertThat(end.type()).isEqualTo("workflow_run.cancelled");
    assertThat(end.payload().requireText("id")).isEqualTo(cancelled);
  }

  @Test
  void aFailedWorkflowRunHasAnEvent() throws Exception {
    String endpoint = receiver.register("2026-02-09");
    String workflow = workflows.reviewing();
    receiver.subscribe(endpoint, "workflow", workflow, "workflow_run.failed");
    String file = fixture.upload("FAIL_CORRUPT_FILE.txt", "x");
    fixture.current.post(
        "/workflow_runs",
        "{'workflow': {'id': '" + workflow + "'}, 'file': {'id': '" + file + "'}}");
    fixture.finishRuns();

    assertThat(receiver.next().payload().requireText("status")).isEqualTo("FAILED");
  }

  @Test
  void aBatchHasAnEventForItsEnd() throws Exception {
    receiver.register(
        "2026-02-09",
        "batch_parse_run.processed",
        "batch_processor_run.processed",
        "parse_run.failed");
    String file = fixture.upload("a.txt", "Total: 5");
    String input = "{'file': {'id': '" + file + "'}}";
    String parses =
        fixture
            .current
            .post("/parse_runs/batch", "{'inputs': [" + input + ", " + input + "]}")
            .text("id");
    fixture.finishRuns();

    WebhookReceiver.Event parsed = receiver.next();
    assertThat(parsed.type()).isEqualTo("batch_parse_run.processed");
    assertThat(parsed.payload().toMap())
        .isEqualTo(fixture.current.get("/batch_runs/" + parses).json());

    String extracts =
        fixture
            .current
            .post(
                "/extract_runs/batch",
                "{'extractor': {'id': '"
                    + fixture.extractor("X", "total")
                    + "', 'version': 'draft'}, 'inputs': ["
                    + input
                    + "]}")
            .text("id");
    fixture.finishRuns();
    WebhookReceiver.Event extracted = receiver.next();
    assertThat(extracted.type()).isEqualTo("batch_processor_run.processed");
    assertThat(extracted.payload().requireText("id")).isEqualTo(extracts);
    assertThat(extracted.payload().requireText("status")).isEqualTo("PROCESSED");
  }
}
