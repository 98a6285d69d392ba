package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deliveries of events: to whom, signed how, and again when they fail. */
final class WebhooksTest {
  @RegisterExtension private final Fixture fixture = Fixture.validating();
  private final MockWebServer receiver = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    receiver.start();
    for (int i = 0; i < 10; i++) {
      receiver.enqueue(new MockResponse.Builder().build());
    }
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void endOfARunIsDeliveredSigned() throws Exception {
    TestClient.Answer endpoint = endpoint("'extract_run.processed'", "");
    String run = fixture.current.post("/extract_runs", "{'file': {'text': 'a: b'}}").text("id");
    fixture.finishRuns();

    RecordedRequest delivery = delivery();
    Map<String, ?> body = json(delivery);
    assertThat(body.get("eventType")).isEqualTo("extract_run.processed");
    assertThat(Fields.ofBody(body.get("payload")).requireText("id")).isEqualTo(run);
    assertThat(delivery.getHeaders().get("x-extend-api-version")).isEqualTo("2026-02-09");
    String timestamp = delivery.getHeaders().get("x-extend-request-timestamp");
    assertThat(timestamp).isEqualTo(String.valueOf(fixture.clock.instant().getEpochSecond()));
    String message = "v0:" + timestamp + ":" + delivery.getBody().utf8();
    assertThat(delivery.getHeaders().get("x-extend-request-signature"))
        .isEqualTo(
            ByteString.encodeUtf8(message)
                .hmacSha256(ByteString.encodeUtf8(endpoint.text("signingSecret")))
                .hex());
  }

  @Test
  void subscriptionIsForOneResource() throws Exception {
    String endpoint = endpoint("", "").text("id");
    String wanted = extractor();
    String other = extractor();
    fixture.current.post(
        "/webhook_subscriptions",
        "{'webhookEndpointId': '"
            + endpoint
            + "', 'resourceType': 'extractor', 'resourceId': '"
            + wanted
            + "', 'enabledEvents': ['extract_run.processed']}");
    run(other);
    String run = run(wanted);
    fixture.finishRuns();

    assertThat(Fields.ofBody(json(delivery()).get("payload")).requireText("id")).isEqualTo(run);
  }

  @Test
  void failedDeliveryComesAgainWithTheSameEvent() throws Exception {
    endpoint("'extractor.created'", "");
    AtomicInteger attempts = new AtomicInteger();
    receiver.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            int status = attempts.getAndIncrement() == 0 ? 500 : 200;
            return new MockResponse.Builder().code(status).build();
          }
        });
    extractor();
    RecordedRequest first = delivery();
    RecordedRequest second = null;
    while (second == null) {
      fixture.clock.advance(Duration.ofSeconds(5));
      second = receiver.takeRequest(20, TimeUnit.MILLISECONDS);
    }

    assertThat(json(second).get("eventId")).isEqualTo(json(first).get("eventId"));
  }

  @Test
  void largePayloadGoesByUrl() throws Exception {
    endpoint(
        "'extractor.created'",
        ", 'advancedOptions': {'payload': {'format': 'url', 'urlThresholdBytes': 10}}");
    String id = extractor();

    Fields payload = Fields.ofBody(json(delivery()).get("payload"));
    assertThat(payload.requireText("object")).isEqualTo("signed_data_url");
    assertThat(fixture.current.get(payload.requireText("data")).text("id")).isEqualTo(id);
    fixture.clock.advance(Duration.ofHours(1));
    assertThat(fixture.current.get(payload.requireText("data")).status()).isEqualTo(403);
  }

  @Test
  void disabledEndpointGetsNothing() throws Exception {
    String disabled = endpoint("'extractor.created'", ", 'status': 'disabled'").text("id");
    endpoint("'extractor.version.published'", "");
    String id = extractor();
    fixture.current.post("/extractors/" + id + "/versions", "{'releaseType': 'major'}");

    assertThat(json(delivery()).get("eventType")).isEqualTo("extractor.version.published");
    assertThat(fixture.current.get("/webhook_endpoints/" + disabled).text("status"))
        .isEqualTo("disabled");
  }

  @Test
  void eventThatIsNoneIsRefused() {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Answer answer =
          unchecked.post(
              "/webhook_endpoints",
              "{'url': 'https://example.com', 'name': 'n', 'enabledEvents': ['nothing'],"
                  + " 'apiVersion': '2026-02-09'}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("message")).endsWith(", but it holds nothing.");
    }
  }

  private TestClient.Answer endpoint(String events, String more) {
    return fixture.current.post(
        "/webhook_endpoints",
        "{'url': '"
            + receiver.url("/hook")
            + "', 'name': 'n', 'apiVersion': '2026-02-09', 'enabledEvents': ["
            + events
            + "]"
            + more
            + "}");
  }

  private String extractor() {
    return fixture.current.post("/extractors", "{'name': 'X'}").text("id");
  }

  private String run(String extractor) {
    return fixture
        .current
        .post("/extract_runs", "{'file': {'text': 'a'}, 'extractor': {'id': '" + extractor + "'}}")
        .text("id");
  }

  private RecordedRequest delivery() throws InterruptedException {
    RecordedRequest request = receiver.takeRequest(20, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  private static Map<String, ?> json(RecordedRequest request) throws IOException {
    return Fields.ofBody(Json.read(new Buffer().write(request.getBody()))).toMap();
  }
}
