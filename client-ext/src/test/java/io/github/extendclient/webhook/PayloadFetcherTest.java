package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.testsupport.PromptSockets;
import io.github.extendclient.v20260209.model.ExtractRunProcessedWebhookEvent;
import io.github.extendclient.webhook.WebhookException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadFetcherTest {
  private static final String PAYLOAD = "{\"object\":\"extract_run\",\"id\":\"exr_1\"}";
  private static final String EVENT = "event event_1 of type extract_run.processed";

  private final MockWebServer server = PromptSockets.mockServer();
  private final PayloadFetcher fetcher = local().build();

  @BeforeEach
  void startServer() throws IOException {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void verifyingFetchesNothing() {
    SignedRequest.of(event(address())).version("2026-02-09").verify();

    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void fetchesAPayloadAndTypesTheEvent() {
    enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    WebhookDelivery whole = fetcher.fetch(signed(address()));

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
  void sendsNoCredential() throws InterruptedException {
    enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    fetcher.fetch(signed(address()));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget()).isEqualTo("/p.json?signature=4f1c");
    assertThat(request.getHeaders().names())
        .containsExactlyInAnyOrder("Accept", "Accept-Encoding", "Connection", "Host", "User-Agent");
    assertThat(request.getHeaders().get("User-Agent")).startsWith("extend-client/");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) {
    enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Location", server.url("/elsewhere"))
            .build(),
        new MockResponse.Builder().body(PAYLOAD).build());

    WebhookException thrown = failure(fetcher, address());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_UNAVAILABLE);
    assertThat(thrown)
        .hasMessage(
            "The payload of "
                + EVENT
                + " could not be fetched: "
                + server.getHostName()
                + " returned "
                + status
                + ", a redirect, which is not followed.");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 401, 403, 404, 500})
  void anotherStatusIsUnavailable(int status) {
    enqueue(new MockResponse.Builder().code(status).build());

    WebhookException thrown = failure(fetcher, address());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_UNAVAILABLE);
    assertThat(thrown)
        .hasMessage(
            "The payload of "
                + EVENT
                + " could not be fetched: "
                + server.getHostName()
                + " returned "
                + status
                + "; the address lives one hour, and a manual repetition of the delivery makes a"
                + " new one.");
    assertThat(thrown.eventId()).isEqualTo("event_1");
    assertThat(thrown.eventType()).isEqualTo("extract_run.processed");
  }

  @Test
  void takesAPayloadAsLargeAsTheLimit() {
    enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    WebhookDelivery whole = local().maxBytes(PAYLOAD.length()).build().fetch(signed(address()));

    assertThat(whole.payload().json()).isEqualTo(PAYLOAD);
  }

  @Test
  void refusesAPayloadThatSaysItIsLarger() {
    enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    WebhookException thrown = failure(local().maxBytes(PAYLOAD.length() - 1).build(), address());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_TOO_LARGE);
    assertThat(thrown)
        .hasMessage(
            "The payload of "
                + EVENT
                + " is larger than 36 bytes, the most that this fetcher takes: raise maxBytes.");
  }

  @Test
  void refusesAPayloadThatTurnsOutLarger() {
    enqueue(new MockResponse.Builder().chunkedBody("[" + " ".repeat(300_000) + "]", 1000).build());

    WebhookException thrown = failure(local().maxBytes(100_000).build(), address());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_TOO_LARGE);
  }

  @Test
  void countsDecompressedBytes() throws IOException {
    Buffer bomb = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(bomb))) {
      sink.writeUtf8("[" + " ".repeat(10_000_000) + "]");
    }
    enqueue(new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(bomb).build());

    WebhookException thrown = failure(local().maxBytes(1_000_000).build(), address());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_TOO_LARGE);
  }

  @Test
  void givesUpWhenTheTimeIsOver() {
    enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    WebhookException thrown = failure(local().timeout(Duration.ofMillis(200)).build(), address());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_UNAVAILABLE);
    assertThat(thrown)
        .hasMessage(
            "The payload of "
                + EVENT
                + " could not be fetched: no complete response came from "
                + server.getHostName()
                + " within 200 ms.");
  }

  @Test
  void theTimeBoundsTheBodyToo() {
    enqueue(
        new MockResponse.Builder()
            .body(PAYLOAD)
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());

    WebhookException thrown = failure(local().timeout(Duration.ofMillis(200)).build(), address());

    assertThat(thrown).hasMessageEndingWith(" within 200 ms.");
  }

  @Test
  void lookingUpTheHostCountsToo() {
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

    assertThat(failure(slow, address())).hasMessageEndingWith(" within 1 ms.");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    enqueue(new MockResponse.Builder().body(PAYLOAD).build());
    Thread.currentThread().interrupt();

    WebhookException thrown = failure(fetcher, address());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .hasMessage(
            "The payload of " + EVENT + " could not be fetched: the thread was interrupted.");
  }

  @Test
  void aBrokenConnectionIsUnavailable() {
    enqueue(
        new MockResponse.Builder()
            .body(PAYLOAD)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    WebhookException thrown = failure(fetcher, address());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_UNAVAILABLE);
    assertThat(thrown)
        .hasMessageEndingWith("no complete response came from " + server.getHostName() + ".")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void noMessageShowsTheAddress() {
    enqueue(
        new MockResponse.Builder()
            .body(PAYLOAD)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    WebhookException thrown = failure(fetcher, address());

    List<String> messages = new ArrayList<>();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      messages.add(String.valueOf(t.getMessage()));
    }
    assertThat(messages).noneMatch(message -> message.contains("4f1c"));
  }

  @Test
  void aHostThatDoesNotExistIsUnavailable() {
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
    enqueue(new MockResponse.Builder().body("<html>").build());

    assertThat(failure(fetcher, address()).reason()).isEqualTo(Reason.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "p.json", "file:///etc/passwd", "ftp://a.example/p", "https://", "//a/b"})
  void refusesWhatIsNoWebAddress(String address) {
    String body = event("x").replace("\"data\":\"x\"", "\"data\":\"" + address + "\"");
    // A blank address does not even count as one.
    WebhookException thrown =
        catchThrowableOfType(
            WebhookException.class,
            () ->
                PayloadFetcher.create()
                    .fetch((WebhookDelivery.SignedUrl) SignedRequest.of(body).verify()));

    assertThat(thrown.reason())
        .isEqualTo(address.isEmpty() ? Reason.PAYLOAD_MISMATCH : Reason.ADDRESS_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "127.0.0.1",
        "[::1]",
        "169.254.169.254",
        "192.168.1.1",
        "[fd00:ec2::254]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "localhost"
      })
  void refusesAddressesThatAreNotPublic(String host) {
    WebhookException thrown =
        failure(PayloadFetcher.create(), "https://" + host + ":" + server.getPort() + "/p");

    assertThat(thrown.reason()).isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.7", "169.254.169.254", "127.0.0.1", "100.64.0.1"})
  void refusesNamesThatLeadToSuchAddresses(String address) {
    PayloadFetcher guarded =
        PayloadFetcher.builder().dns(host -> List.of(InetAddress.getByName(address))).build();

    WebhookException thrown = failure(guarded, "https://files.example.com/p?signature=4f1c");

    assertThat(thrown.reason()).isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(thrown)
        .hasMessage(
            "The address of the payload of "
                + EVENT
                + " leads to "
                + address
                + " for the host files.example.com, which is not a public internet address: if"
                + " that is meant to be, set allowPrivateAddresses(true).");
  }

  @Test
  void oneSuchAddressAmongOthersIsEnough() {
    PayloadFetcher guarded =
        PayloadFetcher.builder()
            .dns(host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("::1")))
            .build();

    assertThat(failure(guarded, "https://files.example.com/p").reason())
        .isEqualTo(Reason.ADDRESS_REFUSED);
  }

  @Test
  void connectsToWhatWasChecked() {
    AtomicInteger lookups = new AtomicInteger();
    PayloadFetcher rebound =
        local()
            .dns(
                host -> {
                  lookups.incrementAndGet();
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();
    enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    rebound.fetch(signed("http://files.example.com:" + server.getPort() + "/p"));

    assertThat(lookups).hasValue(1);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void refusesHttp() {
    PayloadFetcher guarded =
        PayloadFetcher.builder().dns(host -> List.of(InetAddress.getByName("1.1.1.1"))).build();

    WebhookException thrown = failure(guarded, "http://files.example.com/p");

    assertThat(thrown.reason()).isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(thrown)
        .hasMessage(
            "The address of the payload of "
                + EVENT
                + " is not https: http is taken only for loopback, and only with"
                + " allowPrivateAddresses(true).");
  }

  @Test
  void refusesHttpToLoopbackUnlessAllowed() {
    assertThat(failure(PayloadFetcher.create(), address()).reason())
        .isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void refusesHttpToAPrivateAddressEvenIfThoseAreAllowed() {
    PayloadFetcher own = local().dns(host -> List.of(InetAddress.getByName("10.0.0.7"))).build();

    assertThat(failure(own, "http://files.internal/p").reason()).isEqualTo(Reason.ADDRESS_REFUSED);
  }

  @Test
  void allowedPrivateAddressesAreReachedByHttps() {
    WebhookException thrown = failure(fetcher, address().replace("http://", "https://"));

    // The mock server speaks no TLS: what matters is that the guard let it through.
    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Integer.MAX_VALUE})
  void refusesImpossibleSizes(long maxBytes) {
    PayloadFetcher.Builder builder = PayloadFetcher.builder();

    assertThatThrownBy(() -> builder.maxBytes(maxBytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxBytes is " + maxBytes + ": give 1 to 2147483639.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "P2D"})
  void refusesImpossibleTimes(Duration timeout) {
    PayloadFetcher.Builder builder = PayloadFetcher.builder();

    assertThatThrownBy(() -> builder.timeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The timeout of a fetch is " + timeout + ": give from 1 millisecond to 1 day.");
  }

  @Test
  void printsItsLimits() {
    assertThat(PayloadFetcher.create())
        .hasToString(
            "PayloadFetcher{maxBytes=268435456, timeout=30 s, privateAddressesAllowed=false}");
  }

  private static PayloadFetcher.Builder local() {
    return PayloadFetcher.builder().allowPrivateAddresses(true);
  }

  private static WebhookException failure(PayloadFetcher fetcher, String address) {
    WebhookDelivery.SignedUrl signed = signed(address);
    return catchThrowableOfType(WebhookException.class, () -> fetcher.fetch(signed));
  }

  private static WebhookDelivery.SignedUrl signed(String address) {
    return (WebhookDelivery.SignedUrl)
        SignedRequest.of(event(address)).version("2026-02-09").verify();
  }

  private static String event(String address) {
    return "{\"eventId\":\"event_1\",\"eventType\":\"extract_run.processed\",\"payload\":{"
        + "\"object\":\"signed_data_url\",\"data\":\""
        + address
        + "\",\"id\":\"exr_1\"}}";
  }

  private String address() {
    return server.url("/p.json?signature=4f1c").toString();
  }

  private void enqueue(MockResponse... responses) {
    for (MockResponse response : responses) {
      server.enqueue(response);
    }
  }
}
