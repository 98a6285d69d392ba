package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.v20260209.model.WebhookEndpointCreateRequest;
import io.github.extendclient.v20260209.model.WebhookEndpointEventType;
import io.github.extendclient.webhook.WebhookVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server delivers events to a receiver, which gives them to bulk processing. */
@Timeout(60)
class BulkWebhookTest {
  private static final int DOCUMENTS = 12;

  @TempDir private Path folder = Path.of("");

  @Test
  void deliveriesEndTheWaitsWithoutAReadOfTheList() throws Exception {
    CompletableFuture<WebhookVerifier> verifier = new CompletableFuture<>();
    CompletableFuture<BulkJob> receiver = new CompletableFuture<>();
    try (ExtendServer server =
            ExtendServer.builder().processingTime(Duration.ofMillis(50)).start();
        ExtendClient extend =
            ExtendClient.builder()
                .apiKey(server.apiKey())
                .baseUrl(server.url().toString())
                .build();
        MockWebServer web = receiver(verifier, receiver)) {
      verifier.complete(WebhookVerifier.create(subscribe(extend, web)));
      BulkJob job =
          extend
              .bulk()
              .parse()
              .timeline(new StandingTime())
              .concurrency(4)
              .journal(folder.resolve("journal"))
              .results(BulkResults.jsonLines(folder.resolve("results")))
              .start(BulkFixture.texts(DOCUMENTS));
      receiver.complete(job);

      BulkReport report = job.report().join();

      assertThat(report.processed()).isEqualTo(DOCUMENTS);
      assertThat(server.count("GET /parse_runs")).isZero();
      assertThat(server.count("GET /parse_runs/{id}")).isEqualTo(DOCUMENTS);
    }
  }

  /** Returns the signing secret. */
  private static String subscribe(ExtendClient extend, MockWebServer web) {
    return extend
        .webhookEndpoints()
        .create(
            WebhookEndpointCreateRequest.builder()
                .name("bulk")
                .url(web.url("/").toString())
                .apiVersion("2026-02-09")
                .enabledEvents(
                    List.of(
                        WebhookEndpointEventType.PARSE_RUN_PROCESSED,
                        WebhookEndpointEventType.PARSE_RUN_FAILED))
                .build())
        .getSigningSecret();
  }

  private static MockWebServer receiver(
      CompletableFuture<WebhookVerifier> verifier, CompletableFuture<BulkJob> job)
      throws IOException {
    MockWebServer web = new MockWebServer();
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            byte[] body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
            var delivery = verifier.join().verify(request.getHeaders()::get, body);
            job.thenAccept(running -> running.delivered(delivery));
            return new MockResponse.Builder().code(204).build();
          }
        });
    web.start();
    return web;
  }

  /** Time that does not pass, so that the list is never read. */
  private static final class StandingTime implements Timeline {
    @Override
    public long nanoTime() {
      return 0;
    }

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public boolean await(CountDownLatch ended, Duration wait) throws InterruptedException {
      return ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Runnable schedule(Runnable task, Duration delay) {
      throw new AssertionError("Bulk processing schedules nothing.");
    }
  }
}
