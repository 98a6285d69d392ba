package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.internal.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deliveries of events: to which endpoints, how, and again when they fail. */
final class WebhooksTest {
  private static final String[] CREATED = {"extractor.created"};

  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();
  @RegisterExtension private final WebhookReceiver receiver = new WebhookReceiver(fixture);

  @Test
  void theEndOfARunIsDelivered() throws Exception {
    receiver.register("2026-02-09", "extract_run.processed");
    String run = run(fixture.extractor("X", "a"));
    fixture.finishRuns();

    WebhookReceiver.Event event = receiver.next();
    assertThat(event.type()).isEqualTo("extract_run.processed");
    assertThat(event.payload().requireText("id")).isEqualTo(run);
  }

  @Test
  void aSubscriptionIsForOneResource() throws Exception {
    String endpoint = receiver.register("2026-02-09");
    String wanted = fixture.extractor("X", "a");
    String other = fixture.extractor("Y", "a");
    receiver.subscribe(endpoint, "extractor", wanted, "extract_run.processed");
    run(other);
    String run = run(wanted);
    fixture.finishRuns();

    assertThat(receiver.next().payload().requireText("id")).isEqualTo(run);
  }

  @Test
  void aFailedDeliveryIsRetriedFourTimesWithGrowingDelays() throws Exception {
    receiver.register("2026-02-09", CREATED);
    receiver.respondWith(500, 500, 500, 500, 500, 200);
    fixture.extractor("X", "a");

    WebhookReceiver.Event first = receiver.next();
    long sent = fixture.clock.instant().getEpochSecond();
    for (long delay : List.of(5L, 30L, 120L, 600L)) {
      WebhookReceiver.Event again = null;
      while (again == null) {
        fixture.clock.advance(Duration.ofSeconds(delay));
        again = receiver.next(20, TimeUnit.MILLISECONDS);
      }
      assertThat(again.id()).isEqualTo(first.id());
      assertThat(fixture.clock.instant().getEpochSecond() - sent).isGreaterThanOrEqualTo(delay);
      sent = fixture.clock.instant().getEpochSecond();
    }
    // A fifth retry would be due before the next event and come first.
    fixture.clock.advance(Duration.ofDays(1));
    fixture.extractor("Y", "a");
    assertThat(receiver.next().id()).isNotEqualTo(first.id());
  }

  @Test
  void aRetryThatSucceedsIsTheLast() throws Exception {
    receiver.register("2026-02-09", CREATED);
    receiver.respondWith(500, 200);
    fixture.extractor("X", "a");
    WebhookReceiver.Event first = receiver.next();
    WebhookReceiver.Event second = null;
    while (second == null) {
      fixture.clock.advance(Duration.ofSeconds(5));
      second = receiver.next(20, TimeUnit.MILLISECONDS);
    }
    fixture.clock.advance(Duration.ofDays(1));
    fixture.extractor("Y", "a");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(receiver.next().id()).isNotEqualTo(first.id());
  }

  @Test
  void aLargePayloadIsDeliveredAsASignedUrl() throws Exception {
    receiver.register(
        "2026-02-09",
        ", 'advancedOptions': {'payload': {'format': 'url', 'urlThresholdBytes': 10}}",
        CREATED);
    String id = fixture.extractor("X", "a");

    Fields payload = receiver.next().payload();
    assertThat(payload.requireText("object")).isEqualTo("signed_data_url");
    assertThat(fixture.current.get(payload.requireText("data")).text("id")).isEqualTo(id);
    fixture.clock.advance(Duration.ofHours(1));
    assertThat(fixture.current.get(payload.requireText("data")).status()).isEqualTo(403);
  }

  @Test
  void aDisabledEndpointReceivesNothing() throws Exception {
    String disabled = receiver.register("2026-02-09", ", 'status': 'disabled'", CREATED);
    receiver.register("2026-02-09", "extractor.version.published");
    String id = fixture.extractor("X", "a");
    fixture.current.post("/extractors/" + id + "/versions", "{'releaseType': 'major'}");

    assertThat(receiver.next().type()).isEqualTo("extractor.version.published");
    assertThat(fixture.current.get("/webhook_endpoints/" + disabled).text("status"))
        .isEqualTo("disabled");
  }

  @Test
  void anUnknownEventIsRejected() {
    assertRejected("nothing", "2026-02-09");
  }

  @Test
  void anEventThatThePreviousVersionDoesNotHaveIsRejected() {
    assertRejected("extract_run.processed", "2025-04-21");
  }

  @Test
  void anUnknownPropertyOfAnEndpointIsRejected() {
    assertMessage(
        "/webhook_endpoints",
        endpoint(", 'secret': 'x'"),
        "The property \"secret\" is unknown: use advancedOptions, apiVersion, enabledEvents, name,"
            + " status, url.");
  }

  @Test
  void theVersionOfAnEndpointCannotChange() {
    String id = receiver.register("2026-02-09", CREATED);

    assertMessage(
        "/webhook_endpoints/" + id,
        "{'apiVersion': '2025-04-21'}",
        "The property \"apiVersion\" is unknown: use advancedOptions, enabledEvents, name, status,"
            + " url.");
  }

  @Test
  void aHeaderThatCannotBeSentIsRejected() {
    assertMessage(
        "/webhook_endpoints",
        endpoint(", 'advancedOptions': {'headers': {'X Y': 'a'}}"),
        "The property \"advancedOptions.headers\" has a header that cannot be sent: X Y.");
  }

  @Test
  void anUnknownFormatOfPayloadsIsRejected() {
    assertMessage(
        "/webhook_endpoints",
        endpoint(", 'advancedOptions': {'payload': {'format': 'xml'}}"),
        "The property \"advancedOptions.payload.format\" must be one of json, url, but it is"
            + " \"xml\".");
  }

  @Test
  void subscriptionsForTheSameResourceAtOnceAreOne() {
    String endpoint = receiver.register("2026-02-09");
    String extractor = fixture.extractor("X", "a");

    long ids =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                i -> receiver.subscribe(endpoint, "extractor", extractor, "extract_run.processed"))
            .distinct()
            .count();

    assertThat(ids).isOne();
  }

  private static String endpoint(String more) {
    return "{'url': 'https://example.com', 'name': 'n', 'enabledEvents': [],"
        + " 'apiVersion': '2026-02-09'"
        + more
        + "}";
  }

  private void assertMessage(String path, String body, String message) {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Response response = unchecked.post(path, body);

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.text("message")).isEqualTo(message);
    }
  }

  private void assertRejected(String event, String version) {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Response response =
          unchecked.post(
              "/webhook_endpoints",
              "{'url': 'https://example.com', 'name': 'n', 'enabledEvents': ['"
                  + event
                  + "'], 'apiVersion': '"
                  + version
                  + "'}");

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.text("message")).endsWith(", but it holds " + event + ".");
    }
  }

  private String run(String extractor) {
    return fixture
        .current
        .post(
            "/extract_runs",
            "{'file': {'text': 'a'}, 'extractor': {'id': '" + extractor + "', 'version': 'draft'}}")
        .text("id");
  }
}
