package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.extendclient.v20260209.model.ExtractRunProcessedWebhookEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of docs/webhooks.md for the JDK's server, receiving over loopback. */
class JdkHttpServerWebhookTest {
  private static final String EVENT =
      "{\"eventId\":\"event_1\",\"eventType\":\"extract_run.processed\",\"payload\":{\"object\":"
          + "\"extract_run\",\"id\":\"exr_1\"}}";

  private final List<String> finished = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final HttpClient extend = HttpClient.newHttpClient();
  private final HttpServer server;

  JdkHttpServerWebhookTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/extend-webhooks", new WebhookEndpoint(SignedRequest.verifier(), this::finish)::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void receivesASignedDelivery() throws Exception {
    assertThat(deliver(SignedRequest.of(EVENT).version("2026-02-09"))).isEqualTo(204);

    assertThat(finished).containsExactly("exr_1");
  }

  @Test
  void handlesAnEventOnce() throws Exception {
    SignedRequest request = SignedRequest.of(EVENT).version("2026-02-09");

    assertThat(deliver(request)).isEqualTo(204);
    assertThat(deliver(request)).isEqualTo(204);

    assertThat(finished).containsExactly("exr_1");
  }

  @Test
  void handlesAnEventAgainIfThatFailed() throws Exception {
    SignedRequest request = SignedRequest.of(EVENT).version("2026-02-09");
    failures.set(1);

    assertThat(deliver(request)).isEqualTo(500);
    assertThat(deliver(request)).isEqualTo(204);

    assertThat(finished).containsExactly("exr_1");
  }

  @Test
  void refusesAForgedDelivery() throws Exception {
    byte[] forged = EVENT.replace("exr_1", "exr_2").getBytes(StandardCharsets.UTF_8);

    assertThat(deliver(SignedRequest.of(EVENT).withBody(forged))).isEqualTo(401);

    assertThat(finished).isEmpty();
  }

  @Test
  void refusesADeliveryThatIsTooLarge() throws Exception {
    assertThat(deliver(SignedRequest.of(new byte[WebhookEndpoint.MAX_BYTES + 1]))).isEqualTo(413);
  }

  @Test
  void respondsWithSuccessToUnknownTypes() throws Exception {
    String unknown = EVENT.replace("extract_run.processed", "oracle.spoke");

    assertThat(deliver(SignedRequest.of(unknown))).isEqualTo(204);

    assertThat(finished).isEmpty();
  }

  @Test
  void respondsWithAnErrorToASignedDeliveryThatCannotBeRead() throws Exception {
    assertThat(deliver(SignedRequest.of("nope"))).isEqualTo(500);
  }

  private void finish(String runId) {
    if (failures.getAndDecrement() > 0) {
      throw new IllegalStateException("The database is away.");
    }
    finished.add(runId);
  }

  private int deliver(SignedRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + server.getAddress().getPort() + "/extend-webhooks"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(post::header);
    return extend.send(post.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  // What follows is the example.

  static final class WebhookEndpoint {
    static final int MAX_BYTES = 10 << 20;

    private final WebhookVerifier verifier;
    private final Consumer<String> onExtracted;

    // In production, a table with a unique key that is written in one transaction with the outcome.
    private final Set<String> handled = ConcurrentHashMap.newKeySet();

    WebhookEndpoint(WebhookVerifier verifier, Consumer<String> onExtracted) {
      this.verifier = verifier;
      this.onExtracted = onExtracted;
    }

    void handle(HttpExchange exchange) throws IOException {
      try (exchange) {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
        exchange.sendResponseHeaders(answer(exchange, body), -1);
      }
    }

    private int answer(HttpExchange exchange, byte[] body) {
      if (body.length > MAX_BYTES) {
        return 413;
      }
      try {
        WebhookDelivery delivery = verifier.verify(exchange.getRequestHeaders()::getFirst, body);
        if (handled.add(delivery.eventId())) {
          handleOrForget(delivery);
        }
        return 204;
      } catch (RuntimeException e) {
        return e instanceof WebhookException refusal && !refusal.reason().isSigned() ? 401 : 500;
      }
    }

    private void handleOrForget(WebhookDelivery delivery) {
      try {
        handle(delivery);
      } catch (RuntimeException e) {
        handled.remove(delivery.eventId()); // It is delivered again, and then it is new.
        throw e;
      }
    }

    private void handle(WebhookDelivery delivery) {
      if (delivery instanceof WebhookDelivery.Event known
          && known.event() instanceof ExtractRunProcessedWebhookEvent done) {
        onExtracted.accept(done.getPayload().getId());
      }
    }
  }
}
