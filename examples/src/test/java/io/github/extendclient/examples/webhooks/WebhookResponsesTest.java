package io.github.extendclient.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.extendclient.webhook.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The responses of the endpoint of docs/webhooks.md to signed, forged and failed deliveries. */
class WebhookResponsesTest {
  private static final String SECRET = "wss_Av9uT3mKpQ7xL2nR8sYc4bWd6fHj1gZe";
  private static final String EVENT =
      "{\"eventId\":\"event_1\",\"eventType\":\"extract_run.processed\",\"payload\":{\"object\":"
          + "\"extract_run\",\"id\":\"exr_1\"}}";

  private final List<String> finished = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/extend-webhooks",
        new WebhookEndpoint(WebhookVerifier.create(SECRET), this::finish)::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aSignedDeliveryIsHandled() throws Exception {
    assertThat(deliver(EVENT)).isEqualTo(204);

    assertThat(finished).containsExactly("exr_1");
  }

  @Test
  void anEventIsHandledOnce() throws Exception {
    assertThat(deliver(EVENT)).isEqualTo(204);
    assertThat(deliver(EVENT)).isEqualTo(204);

    assertThat(finished).containsExactly("exr_1");
  }

  @Test
  void anEventIsHandledAgainAfterAFailure() throws Exception {
    failures.set(1);

    assertThat(deliver(EVENT)).isEqualTo(500);
    assertThat(deliver(EVENT)).isEqualTo(204);

    assertThat(finished).containsExactly("exr_1");
  }

  @Test
  void aForgedDeliveryIsRejected() throws Exception {
    assertThat(deliver(EVENT.replace("exr_1", "exr_2"), EVENT)).isEqualTo(401);

    assertThat(finished).isEmpty();
  }

  @Test
  void aDeliveryThatIsTooLargeIsRejected() throws Exception {
    assertThat(deliver(" ".repeat(WebhookEndpoint.MAX_BYTES + 1))).isEqualTo(413);
  }

  @Test
  void anEventOfAnUnknownTypeIsAccepted() throws Exception {
    assertThat(deliver(EVENT.replace("extract_run.processed", "oracle.spoke"))).isEqualTo(204);

    assertThat(finished).isEmpty();
  }

  @Test
  void aSignedDeliveryThatCannotBeReadIsAnError() throws Exception {
    assertThat(deliver("nope")).isEqualTo(500);
  }

  private void finish(String runId) {
    if (failures.getAndDecrement() > 0) {
      throw new IllegalStateException("The database is away.");
    }
    finished.add(runId);
  }

  private int deliver(String body) throws Exception {
    return deliver(body, body);
  }

  private int deliver(String body, String signed) throws Exception {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + server.getAddress().getPort() + "/extend-webhooks"))
            .header("x-extend-api-version", "2026-02-09")
            .header("x-extend-request-timestamp", timestamp)
            .header("x-extend-request-signature", signature("v0:" + timestamp + ":" + signed))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String signature(String message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
  }
}
