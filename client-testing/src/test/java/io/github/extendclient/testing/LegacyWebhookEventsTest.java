package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.internal.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The payloads of events in API version 2025-04-21. */
final class LegacyWebhookEventsTest {
  private static final String[] LEGACY_RUN_EVENTS = {
    "processor_run.processed", "processor_run.failed"
  };

  private static final String[] LEGACY_EVENTS = {
    "processor_run.processed",
    "processor_run.failed",
    "parser_run.processed",
    "parser_run.failed",
    "processor.created",
    "processor.updated",
    "processor.draft.updated",
    "processor.version.published",
    "workflow.created",
    "workflow.deployed"
  };

  private static final String[] WORKFLOW_EVENTS = {
    "workflow_run.completed",
    "workflow_run.failed",
    "workflow_run.needs_review",
    "workflow_run.rejected",
    "workflow_run.step_run.processed"
  };

  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @RegisterExtension private final WebhookReceiver receiver = new WebhookReceiver(fixture);

  private final SampleWorkflows workflows = new SampleWorkflows(fixture);

  @Test
  void eventsOfProcessorsHaveTheShapeOfTheVersion() throws Exception {
    receiver.register("2025-04-21", LEGACY_EVENTS);
    String id = fixture.extractor("X", "total").replace("ex_", "dp_");

    WebhookReceiver.Event created = receiver.next();
    assertThat(created.type()).isEqualTo("processor.created");
    assertThat(created.payload().requireText("object")).isEqualTo("document_processor");
    assertThat(created.payload().requireText("id")).isEqualTo(id);
    assertThat(created.payload().requireText("type")).isEqualTo("EXTRACT");

    fixture.legacy.post("/processors/" + id, "{'name': 'Y'}");
    assertThat(receiver.next().type()).isEqualTo("processor.updated");
    fixture.legacy.post(
        "/processors/" + id,
        "{'config': {'type': 'EXTRACT', 'schema': " + ServerFixture.schema("total") + "}}");
    assertThat(receiver.next().type()).isEqualTo("processor.draft.updated");
    fixture.legacy.post("/processors/" + id + "/publish", "{'releaseType': 'major'}");
    WebhookReceiver.Event published = receiver.next();
    assertThat(published.type()).isEqualTo("processor.version.published");
    assertThat(published.payload().requireText("id")).startsWith("dpv_");
  }

  @Test
  void eventsOfProcessorRunsHaveTheShapeOfTheVersion() throws Exception {
    receiver.register("2025-04-21", LEGACY_RUN_EVENTS);
    String extractor = fixture.extractor("X", "total");
    String done = run(extractor, "text", "Total: 5");
    fixture.finishRuns();

    WebhookReceiver.Event processed = receiver.next();
    assertThat(processed.type()).isEqualTo("processor_run.processed");
    assertThat(processed.payload().requireText("object")).isEqualTo("document_processor_run");
    assertThat(processed.payload().requireText("id")).isEqualTo(done.replace("exr_", "dpr_"));
    assertThat(processed.payload().requireText("processorId")).startsWith("dp_");
    assertThat(processed.payload().toMap())
        .isEqualTo(
            fixture
                .legacy
                .get("/processor_runs/" + done.replace("exr_", "dpr_"))
                .at("processorRun"));

    run(extractor, "url", "https://example.com/a.pdf");
    fixture.finishRuns();
    WebhookReceiver.Event failed = receiver.next();
    assertThat(failed.type()).isEqualTo("processor_run.failed");
    assertThat(failed.payload().requireText("failureReason")).isEqualTo("FAILED_TO_PROCESS_FILE");
  }

  @Test
  void eventsOfParserRunsHaveOnlyTheirStatus() throws Exception {
    receiver.register("2025-04-21", "parser_run.processed", "parser_run.failed");
    String good = fixture.upload("a.txt", "x");
    String bad = fixture.upload("FAIL_OCR_ERROR.txt", "x");
    String done = parse(good);
    fixture.finishRuns();

    WebhookReceiver.Event processed = receiver.next();
    assertThat(processed.type()).isEqualTo("parser_run.processed");
    assertThat(processed.payload().toMap())
        .isEqualTo(
            JsonObject.of("object", "parser_run_status")
                .with("id", done)
                .with("status", "PROCESSED"));
    parse(bad);
    fixture.finishRuns();
    WebhookReceiver.Event failed = receiver.next();
    assertThat(failed.type()).isEqualTo("parser_run.failed");
    assertThat(failed.payload().requireText("failureReason")).isEqualTo("OCR_ERROR");
  }

  @Test
  void eventsOfWorkflowRunsHaveTheShapeOfTheVersion() throws Exception {
    String endpoint = receiver.register("2025-04-21");
    String workflow = workflows.reviewing();
    receiver.subscribe(endpoint, "workflow", workflow, WORKFLOW_EVENTS);
    String run = workflows.start(workflow, "Total: 5");
    fixture.finishRuns();

    assertThat(receiver.next().type()).isEqualTo("workflow_run.step_run.processed");
    WebhookReceiver.Event step = receiver.next();
    assertThat(step.type()).isEqualTo("workflow_run.step_run.processed");
    assertThat(step.payload().requireText("object")).isEqualTo("workflow_run");
    WebhookReceiver.Event waiting = receiver.next();
    assertThat(waiting.type()).isEqualTo("workflow_run.needs_review");
    assertThat(waiting.payload().requireText("id")).isEqualTo(run);
    assertThat(waiting.payload().objects("outputs")).hasSize(1);
    fixture.server.approveReview(run);
    assertThat(receiver.next().type()).isEqualTo("workflow_run.completed");
  }

  private String run(String extractor, String form, String value) {
    return fixture
        .current
        .post(
            "/extract_runs",
            "{'file': {'"
                + form
                + "': '"
                + value
                + "'}, 'extractor': {'id': '"
                + extractor
                + "', 'version': 'draft'}}")
        .text("id");
  }

  private String parse(String file) {
    return fixture.legacy.post("/parse/async", "{'file': {'fileId': '" + file + "'}}").text("id");
  }
}
