package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What events carry, in both versions. Each delivery is checked as a receiver has to: the signature
 * over the raw bytes, the time of sending, the version.
 */
final class WebhookEventsTest {
  private static final String SCHEMA =
      "{'type': 'object', 'properties': {'total': {'type': ['string', 'null']}}, 'required':"
          + " ['total'], 'additionalProperties': false}";

  private static final List<String> LEGACY_RUN_EVENTS =
      List.of("processor_run.processed", "processor_run.failed");
  private static final List<String> LEGACY_EVENTS =
      List.of(
          "processor_run.processed",
          "processor_run.failed",
          "parser_run.processed",
          "parser_run.failed",
          "processor.created",
          "processor.updated",
          "processor.draft.updated",
          "processor.version.published",
          "workflow.created",
          "workflow.deployed");
  private static final List<String> WORKFLOW_EVENTS =
      List.of(
          "workflow_run.completed",
          "workflow_run.failed",
          "workflow_run.needs_review",
          "workflow_run.rejected",
          "workflow_run.step_run.processed");

  @RegisterExtension private final Fixture fixture = Fixture.validating();
  private final MockWebServer receiver = new MockWebServer();
  private final AtomicInteger status = new AtomicInteger(200);
  private String secret = "";
  private String version = "";

  @BeforeEach
  void start() throws IOException {
    receiver.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(status.get()).build();
          }
        });
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private record Event(String id, String type, Fields payload) {}

  @Test
  void oldVersionTellsOfProcessorsInItsShape() throws Exception {
    endpoint("2025-04-21", LEGACY_EVENTS);
    String id = extractor().replace("ex_", "dp_");

    Event created = next();
    assertThat(created.type()).isEqualTo("processor.created");
    assertThat(created.payload().requireText("object")).isEqualTo("document_processor");
    assertThat(created.payload().requireText("id")).isEqualTo(id);
    assertThat(created.payload().requireText("type")).isEqualTo("EXTRACT");

    fixture.legacy.post("/processors/" + id, "{'name': 'Y'}");
    assertThat(next().type()).isEqualTo("processor.updated");
    fixture.legacy.post(
        "/processors/" + id, "{'config': {'type': 'EXTRACT', 'schema': " + SCHEMA + "}}");
    assertThat(next().type()).isEqualTo("processor.draft.updated");
    fixture.legacy.post("/processors/" + id + "/publish", "{'releaseType': 'major'}");
    Event published = next();
    assertThat(published.type()).isEqualTo("processor.version.published");
    assertThat(published.payload().requireText("id")).startsWith("dpv_");
  }

  @Test
  void oldVersionTellsOfProcessorRunsInItsShape() throws Exception {
    endpoint("2025-04-21", LEGACY_RUN_EVENTS);
    String extractor = extractor();
    String done = run(extractor, "text", "Total: 5");
    fixture.finishRuns();

    Event processed = next();
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
    Event failed = next();
    assertThat(failed.type()).isEqualTo("processor_run.failed");
    assertThat(failed.payload().requireText("failureReason")).isEqualTo("FAILED_TO_PROCESS_FILE");
  }

  @Test
  void oldVersionTellsOnlyTheStatusOfParserRuns() throws Exception {
    endpoint("2025-04-21", List.of("parser_run.processed", "parser_run.failed"));
    String good = fixture.upload("a.txt", "x");
    String bad = fixture.upload("FAIL_OCR_ERROR.txt", "x");
    String done = parse(good);
    fixture.finishRuns();

    Event processed = next();
    assertThat(processed.type()).isEqualTo("parser_run.processed");
    assertThat(processed.payload().toMap())
        .isEqualTo(
            JsonObject.of("object", "parser_run_status")
                .with("id", done)
                .with("status", "PROCESSED"));
    parse(bad);
    fixture.finishRuns();
    Event failed = next();
    assertThat(failed.type()).isEqualTo("parser_run.failed");
    assertThat(failed.payload().requireText("failureReason")).isEqualTo("OCR_ERROR");
  }

  @Test
  void oldVersionTellsOfWorkflowRunsInItsShape() throws Exception {
    String endpoint = endpoint("2025-04-21", List.of());
    String workflow = workflow();
    subscribe(endpoint, workflow, WORKFLOW_EVENTS);
    String run = runWorkflow(workflow, "Total: 5");
    fixture.finishRuns();

    assertThat(next().type()).isEqualTo("workflow_run.step_run.processed");
    Event step = next();
    assertThat(step.type()).isEqualTo("workflow_run.step_run.processed");
    assertThat(step.payload().requireText("object")).isEqualTo("workflow_run");
    Event waiting = next();
    assertThat(waiting.type()).isEqualTo("workflow_run.needs_review");
    assertThat(waiting.payload().requireText("id")).isEqualTo(run);
    assertThat(waiting.payload().objects("outputs")).hasSize(1);
    fixture.server.approveReview(run);
    assertThat(next().type()).isEqualTo("workflow_run.completed");
  }

  @Test
  void workflowRunTellsEachStepAndItsEnd() throws Exception {
    List<String> events = new ArrayList<>(WORKFLOW_EVENTS);
    events.add("workflow_run.cancelled");
    String endpoint = endpoint("2026-02-09", List.of());
    String workflow = workflow();
    subscribe(endpoint, workflow, events);
    String run = runWorkflow(workflow, "Total: 5");
    fixture.finishRuns();

    Event step = next();
    assertThat(step.type()).isEqualTo("workflow_run.step_run.processed");
    assertThat(step.payload().requireText("object")).isEqualTo("workflow_step_run");
    assertThat(step.payload().requireText("stepType")).isEqualTo("PARSE");
    assertThat(next().payload().requireText("stepType")).isEqualTo("EXTRACT");
    assertThat(next().type()).isEqualTo("workflow_run.needs_review");
    fixture.server.rejectReview(run, "no");
    Event rejected = next();
    assertThat(rejected.type()).isEqualTo("workflow_run.rejected");
    assertThat(rejected.payload().requireText("rejectionNote")).isEqualTo("no");

    String cancelled = runWorkflow(workflow, "Total: 6");
    fixture.current.send(
        fixture
            .current
            .request("/workflow_runs/" + cancelled + "/cancel")
            .post(RequestBody.create(new byte[0])));
    Event end = next();
    assertThat(end.type()).isEqualTo("workflow_run.cancelled");
    assertThat(end.payload().requireText("id")).isEqualTo(cancelled);
  }

  @Test
  void failedWorkflowRunTellsSo() throws Exception {
    String endpoint = endpoint("2026-02-09", List.of());
    String workflow = workflow();
    subscribe(endpoint, workflow, List.of("workflow_run.failed"));
    String file = fixture.upload("FAIL_CORRUPT_FILE.txt", "x");
    fixture.current.post(
        "/workflow_runs",
        "{'workflow': {'id': '" + workflow + "'}, 'file': {'id': '" + file + "'}}");
    fixture.finishRuns();

    assertThat(next().payload().requireText("status")).isEqualTo("FAILED");
  }

  @Test
  void batchTellsItsEndAfterThatOfItsRuns() throws Exception {
    endpoint(
        "2026-02-09",
        List.of("batch_parse_run.processed", "batch_processor_run.processed", "parse_run.failed"));
    String file = fixture.upload("a.txt", "Total: 5");
    String input = "{'file': {'id': '" + file + "'}}";
    String parses =
        fixture
            .current
            .post("/parse_runs/batch", "{'inputs': [" + input + ", " + input + "]}")
            .text("id");
    fixture.finishRuns();

    Event parsed = next();
    assertThat(parsed.type()).isEqualTo("batch_parse_run.processed");
    assertThat(parsed.payload().toMap())
        .isEqualTo(fixture.current.get("/batch_runs/" + parses).json());

    String extracts =
        fixture
            .current
            .post(
                "/extract_runs/batch",
                "{'extractor': {'id': '"
                    + extractor()
                    + "', 'version': 'draft'}, 'inputs': ["
                    + input
                    + "]}")
            .text("id");
    fixture.finishRuns();
    Event extracted = next();
    assertThat(extracted.type()).isEqualTo("batch_processor_run.processed");
    assertThat(extracted.payload().requireText("id")).isEqualTo(extracts);
    assertThat(extracted.payload().requireText("status")).isEqualTo("PROCESSED");
  }

  @Test
  void deliveryIsTriedFiveTimesWithGrowingDelaysAndSignedAnewEachTime() throws Exception {
    endpoint("2026-02-09", List.of("extractor.created"));
    status.set(500);
    extractor();

    Event first = next();
    long sent = fixture.clock.instant().getEpochSecond();
    for (long delay : List.of(5L, 30L, 120L, 600L)) {
      Event again = null;
      while (again == null) {
        fixture.clock.advance(Duration.ofSeconds(delay));
        again = next(20, TimeUnit.MILLISECONDS);
      }
      assertThat(again.id()).isEqualTo(first.id());
      assertThat(fixture.clock.instant().getEpochSecond() - sent).isGreaterThanOrEqualTo(delay);
      sent = fixture.clock.instant().getEpochSecond();
    }
    // A sixth attempt would be due before the next event and come first.
    status.set(200);
    fixture.clock.advance(Duration.ofDays(1));
    extractor();
    assertThat(next().id()).isNotEqualTo(first.id());
  }

  @Test
  void eventThatTheOldVersionHasNotIsRefused() {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Answer answer =
          unchecked.post(
              "/webhook_endpoints",
              "{'url': 'https://example.com', 'name': 'n', 'enabledEvents':"
                  + " ['extract_run.processed'], 'apiVersion': '2025-04-21'}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("message")).endsWith(", but it holds extract_run.processed.");
    }
  }

  private String endpoint(String apiVersion, List<String> events) {
    version = apiVersion;
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Answer answer =
          unchecked.post(
              "/webhook_endpoints",
              "{'url': '"
                  + receiver.url("/hook")
                  + "', 'name': 'n', 'apiVersion': '"
                  + apiVersion
                  + "', 'enabledEvents': "
                  + quoted(events)
                  + "}");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      secret = answer.text("signingSecret");
      return answer.text("id");
    }
  }

  private void subscribe(String endpoint, String workflow, List<String> events) {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Answer answer =
          unchecked.post(
              "/webhook_subscriptions",
              "{'webhookEndpointId': '"
                  + endpoint
                  + "', 'resourceType': 'workflow', 'resourceId': '"
                  + workflow
                  + "', 'enabledEvents': "
                  + quoted(events)
                  + "}");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
  }

  private static String quoted(List<String> events) {
    return "[" + String.join(", ", events.stream().map(one -> "'" + one + "'").toList()) + "]";
  }

  private String extractor() {
    return fixture
        .current
        .post("/extractors", "{'name': 'X', 'config': {'schema': " + SCHEMA + "}}")
        .text("id");
  }

  private String workflow() {
    return fixture
        .current
        .post(
            "/workflows",
            "{'name': 'W', 'steps': [{'type': 'TRIGGER', 'name': 't', 'next': [{'step': 'p'}]},"
                + " {'type': 'PARSE', 'name': 'p', 'next': [{'step': 'x'}]}, {'type': 'EXTRACT',"
                + " 'name': 'x', 'config': {'extractorConfig': {'schema': "
                + SCHEMA
                + "}}, 'next': [{'step': 'r'}]}, {'type': 'HUMAN_REVIEW', 'name': 'r'}]}")
        .text("id");
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

  private String runWorkflow(String workflow, String text) {
    return fixture
        .current
        .post(
            "/workflow_runs",
            "{'workflow': {'id': '" + workflow + "'}, 'file': {'text': '" + text + "'}}")
        .text("id");
  }

  private Event next() throws Exception {
    Event event = next(20, TimeUnit.SECONDS);
    assertThat(event).as("delivery").isNotNull();
    return event;
  }

  /** The next delivery, checked, {@code null} if none came in time. */
  private @Nullable Event next(long timeout, TimeUnit unit) throws Exception {
    RecordedRequest request = receiver.takeRequest(timeout, unit);
    if (request == null) {
      return null;
    }
    ByteString body = request.getBody();
    String timestamp = request.getHeaders().get("x-extend-request-timestamp");
    ByteString message =
        new Buffer().writeUtf8("v0:" + timestamp + ":").write(body).readByteString();
    assertThat(request.getHeaders().get("x-extend-request-signature"))
        .isEqualTo(message.hmacSha256(ByteString.encodeUtf8(secret)).hex());
    assertThat(fixture.clock.instant().getEpochSecond() - Long.parseLong(timestamp))
        .isBetween(0L, 1200L);
    assertThat(request.getHeaders().get("x-extend-api-version")).isEqualTo(version);
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
    Fields envelope = Fields.ofBody(Json.read(new Buffer().write(body)));
    assertThat(envelope.toMap().keySet())
        .isEqualTo(new HashSet<>(Set.of("eventId", "eventType", "payload")));
    return new Event(
        envelope.requireText("eventId"),
        envelope.requireText("eventType"),
        envelope.requireObject("payload"));
  }
}
