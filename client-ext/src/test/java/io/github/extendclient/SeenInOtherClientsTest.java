package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.PollingTimeoutException;
import io.github.extendclient.error.RateLimitException;
import io.github.extendclient.error.ServerException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.PromptSockets;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** What other clients of this API were seen to do wrong with calls: one test for each point. */
class SeenInOtherClientsTest extends ClientFixture {
  private static final ParseRunCreateRequest REQUEST =
      ParseRunCreateRequest.builder().file(FileFromId.builder().id("file_1").build()).build();
  private static final String RUN = "{\"id\":\"pr_1\",\"status\":\"PROCESSED\"}";

  private final List<AttemptEvent> events = new CopyOnWriteArrayList<>();

  @Override
  ExtendClientBuilder builder() {
    return super.builder().attemptListener(events::add);
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse lost() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }

  private Poller upTo(Duration limit) {
    return Poller.builder().timeout(limit).timeline(timeline, new Random(1)).build();
  }

  @Test
  void retriesAreNotUsedUpOverTheLifeOfAClient() {
    for (int i = 0; i < 60; i++) {
      enqueue(error(503, ""), json(RUN));
    }

    for (int i = 0; i < 60; i++) {
      extend.parseRuns().retrieve("pr_1");
    }

    assertThat(server.getRequestCount()).isEqualTo(120);
  }

  @Test
  void aServerErrorEndsACreateAndALostResponseRetriesARead() {
    enqueue(error(500, ""), lost(), json(RUN));

    assertThat(catchThrowable(() -> extend.parseRuns().create(REQUEST)))
        .isInstanceOfSatisfying(
            ServerException.class, e -> assertThat(e.mayHaveBeenAccepted()).isTrue());
    assertThat(server.getRequestCount()).isEqualTo(1);

    extend.parseRuns().retrieve("pr_1");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aRetryAfterBeyondTheDeadlineFailsAtOnce() {
    ExtendClient hurried =
        extend.withOptions(CallOptions.builder().deadline(Duration.ofSeconds(5)).build());
    enqueue(error(429, "", "Retry-After: 120"));

    assertThatThrownBy(() -> hurried.parseRuns().retrieve("pr_1"))
        .isInstanceOf(RateLimitException.class)
        .hasMessageContaining("does not fit into the 5 s that are left of 5 s.");
    assertThat(timeline.waits()).isEmpty();
  }

  @Test
  void anOwnHttpClientKeepsTheRetries() {
    extend = builder().httpClient(new OkHttpClient()).build();
    enqueue(error(503, ""), error(503, ""), json(RUN));

    extend.parseRuns().retrieve("pr_1");

    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aCallThatMayTakeFiveMinutesHasALongerTimeout() {
    List<Duration> silences = new ArrayList<>();
    OkHttpClient watching =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  silences.add(Duration.ofMillis(chain.readTimeoutMillis()));
                  return chain.proceed(chain.request());
                })
            .readTimeout(Duration.ofSeconds(60))
            .build();
    extend = builder().httpClient(watching).maxRetryAfter(Duration.ofHours(1)).build();
    MockResponse later = error(429, "", "Retry-After: 1000");
    enqueue(later, later);
    ParseRunCreateRequest request =
        ParseRunCreateRequest.builder().file(FileFromId.builder().id("file_1").build()).build();

    assertThatThrownBy(() -> extend.parseRuns().parse(request)).hasMessageContaining(" of 360 s.");
    assertThatThrownBy(() -> extend.parseRuns().retrieve("pr_1"))
        .hasMessageContaining(" of 120 s.");
    assertThat(silences).containsExactly(Duration.ofSeconds(330), Duration.ofSeconds(60));
  }

  @Test
  void anUnknownStatusEndsAPollAndAFailureKeepsTheRunId() {
    String pending = "{\"id\":\"pr_1\",\"status\":\"PROCESSING\"}";
    enqueue(json(pending), json("{\"id\":\"pr_1\",\"status\":\"ON_HOLD\"}"));

    ParseRun run = extend.parseRuns().createAndPoll(REQUEST, upTo(Duration.ofMinutes(1)));
    assertThat(run.getStatus().value()).isEqualTo("ON_HOLD");

    enqueue(json(pending), error(502, ""), error(502, ""), error(502, ""), json(RUN));
    run = extend.parseRuns().createAndPoll(REQUEST, upTo(Duration.ofMinutes(1)));
    assertThat(run.getStatus().value()).isEqualTo("PROCESSED");

    enqueue(json(pending), error(401, ""));
    assertThat(
            catchThrowableOfType(
                    ExtendException.class,
                    () -> extend.parseRuns().createAndPoll(REQUEST, upTo(Duration.ofMinutes(1))))
                .runId())
        .isEqualTo("pr_1");

    enqueue(json(pending), json(pending), json(pending), json(pending));
    long start = timeline.nanoTime();
    assertThat(
            catchThrowableOfType(
                    PollingTimeoutException.class,
                    () -> extend.parseRuns().createAndPoll(REQUEST, upTo(Duration.ofSeconds(1))))
                .runId())
        .isEqualTo("pr_1");
    assertThat(Duration.ofNanos(timeline.nanoTime() - start))
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void asynchronousCallsRunOnDaemonsAndEndWhenCancelled() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(20);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            arrived.countDown();
            return json(RUN).newBuilder().headersDelay(60, TimeUnit.SECONDS).build();
          }
        });
    extend = builder().timeline(SystemTimeline.INSTANCE, new Random(1)).build();
    List<CompletableFuture<ParseRun>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(extend.parseRuns().retrieveAsync("pr_" + i));
    }
    assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("extend-client"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon);
    calls.forEach(call -> call.cancel(true));

    assertThat(eventually(() -> events.size() == 20)).isTrue();
    assertThat(events).allSatisfy(event -> assertThat(event.failure()).isNotNull());
  }

  @Test
  void aRefusalInHtmlIsTypedAndCarriesTextAndRequestId() {
    extend = builder().maxAttempts(1).build();
    enqueue(
        error(
            429,
            "<html><head><title>Too many requests</title></head></html>",
            "Content-Type: text/html",
            "x-extend-request-id: req_1"));

    assertThatThrownBy(() -> extend.parseRuns().retrieve("pr_1"))
        .isInstanceOf(RateLimitException.class)
        .hasMessage(
            "GET /parse_runs/{id} returned 429: Too many requests (request req_1). Send fewer"
                + " requests at a time, or wait before sending this one again.");
  }

  @Test
  void aRedirectToAnotherHostGetsNothing() throws IOException {
    try (MockWebServer other = PromptSockets.mockServer()) {
      other.start();
      ExtendClient view =
          extend.withOptions(CallOptions.builder().workspace("ws_1").header("x-own", "1").build());
      for (int status : new int[] {301, 302, 307, 308}) {
        enqueue(error(status, "", "Location: " + other.url("/")));
        enqueue(error(status, "", "Location: " + other.url("/")));
        catchThrowable(() -> view.parseRuns().create(REQUEST));
        catchThrowable(() -> view.parseRuns().retrieve("pr_1"));
      }

      assertThat(server.getRequestCount()).isEqualTo(8);
      assertThat(other.getRequestCount()).isZero();
    }
  }

  @Test
  void anInterruptKeepsItsFlagAndABadBaseUrlFailsTheBuild() {
    extend = builder().timeline(SystemTimeline.INSTANCE, new Random(1)).build();
    enqueue(error(429, "", "Retry-After: 60"));
    Thread caller = Thread.currentThread();
    new Thread(
            () -> {
              eventually(() -> events.size() == 1);
              caller.interrupt();
            })
        .start();

    assertThatThrownBy(() -> extend.parseRuns().retrieve("pr_1"))
        .isInstanceOf(TransportException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(() -> builder().baseUrl("api.extend.ai").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The base URL \"api.extend.ai\" from baseUrl(...) has no scheme: write"
                + " https://api.extend.ai.");
  }

  @Test
  void nothingNeedsTheArtifactThatIsEmptyForMaven() throws IOException {
    String pom =
        Files.readString(Path.of("pom.xml")).replaceAll("(?s)<exclusion>.*?</exclusion>", "");

    assertThat(pom)
        .contains("<artifactId>okhttp-jvm</artifactId>")
        .doesNotContain("<artifactId>okhttp</artifactId>");
    assertThat(OkHttpClient.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .contains("okhttp-jvm");
  }
}
