package io.github.extendclient.webhook;

import static io.github.extendclient.webhook.PayloadServer.EVENT;
import static io.github.extendclient.webhook.PayloadServer.PAYLOAD;
import static io.github.extendclient.webhook.PayloadServer.body;
import static io.github.extendclient.webhook.PayloadServer.delivery;
import static io.github.extendclient.webhook.PayloadServer.failure;
import static io.github.extendclient.webhook.PayloadServer.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.v20260209.model.ExtractRunProcessedWebhookEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How payloads of webhooks are fetched, and the limits of size and time. */
class PayloadFetcherTest {
  @RegisterExtension private final PayloadServer server = new PayloadServer();
  private final PayloadFetcher fetcher = local().build();

  @Test
  void verifyingFetchesNothing() {
    SignedRequest.of(body(server.url())).version("2026-02-09").verify();

    assertThat(server.http.getRequestCount()).isZero();
  }

  @Test
  void aFetchedPayloadMakesATypedEvent() {
    server.enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    WebhookDelivery whole = fetcher.fetch(delivery(server.url()));

    assertThat(whole)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            known ->
                assertThat(known.event())
                    .isInstanceOfSatisfying(
                        ExtractRunProcessedWebhookEvent.class,
                        event -> assertThat(event.getPayload().getId()).isEqualTo("exr_1")));
  }

  @Test
  void noCredentialIsSent() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    fetcher.fetch(delivery(server.url()));

    RecordedRequest request = server.http.takeRequest();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget()).isEqualTo("/p.json?signature=4f1c");
    assertThat(request.getHeaders().names())
        .containsExactlyInAnyOrder("Accept", "Accept-Encoding", "Connection", "Host", "User-Agent");
    assertThat(request.getHeaders().get("User-Agent")).startsWith("extend-client/");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsAreNotFollowed(int status) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Location", server.http.url("/elsewhere"))
            .build(),
        new MockResponse.Builder().body(PAYLOAD).build());

    WebhookException thrown = failure(fetcher, server.url());

    assertUnavailable(
        thrown,
        server.http.getHostName() + " returned " + status + ", a redirect, which is not followed.");
    assertThat(server.http.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 401, 403, 404, 500})
  void aPayloadWithAnotherStatusIsUnavailable(int status) {
    server.enqueue(new MockResponse.Builder().code(status).build());

    WebhookException thrown = failure(fetcher, server.url());

    assertUnavailable(
        thrown,
        server.http.getHostName()
            + " returned "
            + status
            + "; the URL is valid for one hour,"
            + " and a manual redelivery creates a new one.");
    assertThat(thrown.eventId()).isEqualTo("event_1");
    assertThat(thrown.eventType()).isEqualTo("extract_run.processed");
  }

  @Test
  void aPayloadAsLargeAsTheLimitIsAccepted() {
    server.enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    WebhookDelivery whole =
        local().maxBytes(PAYLOAD.length()).build().fetch(delivery(server.url()));

    assertThat(whole.payload().json()).isEqualTo(PAYLOAD);
  }

  @Test
  void aPayloadWhoseContentLengthIsOverTheLimitIsRejected() {
    server.enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    WebhookException thrown = failure(local().maxBytes(PAYLOAD.length() - 1).build(), server.url());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_TOO_LARGE);
    assertThat(thrown)
        .hasMessage(
            "The payload of "
                + EVENT
                + " is larger than 36 bytes, the most that this fetcher takes: raise maxBytes.");
  }

  @Test
  void aPayloadThatTurnsOutToBeOverTheLimitIsRejected() {
    server.enqueue(
        new MockResponse.Builder().chunkedBody("[" + " ".repeat(300_000) + "]", 1000).build());

    WebhookException thrown = failure(local().maxBytes(100_000).build(), server.url());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_TOO_LARGE);
  }

  @Test
  void theLimitCountsDecompressedBytes() throws IOException {
    Buffer bomb = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(bomb))) {
      sink.writeUtf8("[" + " ".repeat(10_000_000) + "]");
    }
    server.enqueue(
        new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(bomb).build());

    WebhookException thrown = failure(local().maxBytes(1_000_000).build(), server.url());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_TOO_LARGE);
  }

  @Test
  void theTimeoutBoundsTheWaitForTheResponse() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    WebhookException thrown =
        failure(local().timeout(Duration.ofMillis(200)).build(), server.url());

    assertUnavailable(
        thrown,
        "no complete response was received from " + server.http.getHostName() + " within 200 ms.");
  }

  @Test
  void theTimeoutBoundsTheBody() {
    server.enqueue(
        new MockResponse.Builder()
            .body(PAYLOAD)
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());

    WebhookException thrown =
        failure(local().timeout(Duration.ofMillis(200)).build(), server.url());

    assertThat(thrown).hasMessageEndingWith(" within 200 ms.");
  }

  @Test
  void theTimeoutBoundsTheLookupOfTheHost() {
    PayloadFetcher slow =
        local()
            .timeout(Duration.ofMillis(1))
            .dns(
                host -> {
                  long end = System.nanoTime() + 2_000_000;
                  while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                  }
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();

    assertThat(failure(slow, server.url())).hasMessageEndingWith(" within 1 ms.");
    assertThat(server.http.getRequestCount()).isZero();
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    server.enqueue(new MockResponse.Builder().body(PAYLOAD).build());
    Thread.currentThread().interrupt();

    WebhookException thrown = failure(fetcher, server.url());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .hasMessage(
            "The payload of " + EVENT + " could not be fetched: the thread was interrupted.");
  }

  @Test
  void aPayloadWhoseConnectionBreaksIsUnavailable() {
    server.enqueue(
        new MockResponse.Builder()
            .body(PAYLOAD)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    WebhookException thrown = failure(fetcher, server.url());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_UNAVAILABLE);
    assertThat(thrown)
        .hasMessageEndingWith(
            "no complete response was received from " + server.http.getHostName() + ".")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void noMessageShowsTheUrl() {
    server.enqueue(
        new MockResponse.Builder()
            .body(PAYLOAD)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    WebhookException thrown = failure(fetcher, server.url());

    List<String> messages = new ArrayList<>();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      messages.add(String.valueOf(t.getMessage()));
    }
    assertThat(messages).noneMatch(message -> message.contains("4f1c"));
  }

  @Test
  void aPayloadOfAnUnknownHostIsUnavailable() {
    PayloadFetcher nowhere =
        PayloadFetcher.builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();

    assertThat(failure(nowhere, "https://files.example.com/p"))
        .hasMessage(
            "The payload of "
                + EVENT
                + " could not be fetched: files.example.com is not a known host.");
  }

  @Test
  void aPayloadThatIsNotJsonIsNamed() {
    server.enqueue(new MockResponse.Builder().body("<html>").build());

    assertThat(failure(fetcher, server.url()).reason()).isEqualTo(Reason.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Integer.MAX_VALUE})
  void aLimitOfSizeMustBePositive(long maxBytes) {
    PayloadFetcher.Builder builder = PayloadFetcher.builder();

    assertThatThrownBy(() -> builder.maxBytes(maxBytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxBytes is " + maxBytes + ": give 1 to 2147483639.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "P2D"})
  void aTimeoutMustBePositive(Duration timeout) {
    PayloadFetcher.Builder builder = PayloadFetcher.builder();

    assertThatThrownBy(() -> builder.timeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The timeout of a fetch is " + timeout + ": give from 1 millisecond to 1 day.");
  }

  @Test
  void aFetcherPrintsItsLimits() {
    assertThat(PayloadFetcher.create())
        .hasToString(
            "PayloadFetcher{maxBytes=268435456, timeout=30 s, privateAddressesAllowed=false}");
  }

  private static void assertUnavailable(WebhookException thrown, String why) {
    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_UNAVAILABLE);
    assertThat(thrown).hasMessage("The payload of " + EVENT + " could not be fetched: " + why);
  }
}
