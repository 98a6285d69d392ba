package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.Json;
import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Receives the webhooks of a fixture's server, and checks each delivery as a program has to: the
 * signature over the bytes of the body, the age of the timestamp, and the envelope.
 */
final class WebhookReceiver implements BeforeEachCallback, AfterEachCallback {
  private final ServerFixture fixture;
  private final MockWebServer http = new MockWebServer();
  private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>(List.of(200));
  private String secret = "";
  private String version = "";

  /** A delivery that passed the checks. */
  record Event(String id, String type, Fields payload) {}

  WebhookReceiver(ServerFixture fixture) {
    this.fixture = fixture;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    http.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            int status = statuses.size() > 1 ? statuses.remove() : statuses.element();
            return new MockResponse.Builder().code(status).build();
          }
        });
    http.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    http.close();
  }

  /** Sets the statuses of the next responses, one after the other; the last is for all others. */
  void respondWith(Integer... next) {
    statuses.clear();
    statuses.addAll(List.of(next));
  }

  /** Registers this receiver for events of all resources, and returns the ID of the endpoint. */
  String register(String apiVersion, String... events) {
    return register(apiVersion, "", events);
  }

  /** The same, with more properties of the request, such as {@code , 'status': 'disabled'}. */
  String register(String apiVersion, String properties, String[] events) {
    TestClient.Response endpoint =
        unchecked(
            "/webhook_endpoints",
            "{'url': '"
                + http.url("/hook")
                + "', 'name': 'n', 'apiVersion': '"
                + apiVersion
                + "', 'enabledEvents': "
                + quoted(events)
                + properties
                + "}");
    version = apiVersion;
    secret = endpoint.text("signingSecret");
    return endpoint.text("id");
  }

  /** Subscribes an endpoint to events of one resource. */
  /** Returns the ID of the subscription. */
  String subscribe(String endpoint, String type, String id, String... events) {
    return unchecked(
            "/webhook_subscriptions",
            "{'webhookEndpointId': '"
                + endpoint
                + "', 'resourceType': '"
                + type
                + "', 'resourceId': '"
                + id
                + "', 'enabledEvents': "
                + quoted(events)
                + "}")
        .text("id");
  }

  /** The specification of 2026-02-09 does not have the events of 2025-04-21. */
  private TestClient.Response unchecked(String path, String body) {
    try (TestClient client = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Response response = client.post(path, body);
      assertThat(response.status()).as(response.text()).isEqualTo(200);
      return response;
    }
  }

  private static String quoted(String... events) {
    return "["
        + String.join(", ", List.of(events).stream().map(one -> "'" + one + "'").toList())
        + "]";
  }

  /** The next delivery. */
  Event next() throws Exception {
    Event event = next(20, TimeUnit.SECONDS);
    assertThat(event).as("delivery").isNotNull();
    return event;
  }

  /** The next delivery, {@code null} if none came in time. */
  @Nullable Event next(long timeout, TimeUnit unit) throws Exception {
    RecordedRequest request = http.takeRequest(timeout, unit);
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
    assertThat(envelope.toMap()).containsOnlyKeys("eventId", "eventType", "payload");
    return new Event(
        envelope.requireText("eventId"),
        envelope.requireText("eventType"),
        envelope.requireObject("payload"));
  }
}
