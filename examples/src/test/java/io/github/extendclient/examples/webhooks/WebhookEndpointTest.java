package io.github.extendclient.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.FileFromText;
import io.github.extendclient.v20260209.model.WebhookEndpointCreateRequest;
import io.github.extendclient.v20260209.model.WebhookEndpointCreateResponse;
import io.github.extendclient.v20260209.model.WebhookEndpointEventType;
import io.github.extendclient.webhook.WebhookVerifier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoint of docs/webhooks.md, reached by the embedded server's deliveries. */
class WebhookEndpointTest {
  private static final String SCHEMA =
      """
      {
        "type": "object",
        "properties": {"total": {"type": ["string", "null"]}},
        "required": ["total"],
        "additionalProperties": false
      }
      """;

  private final ExtendServer extendServer = ExtendServer.start();
  private final ExtendClient extend =
      ExtendClient.builder()
          .apiKey(extendServer.apiKey())
          .baseUrl(extendServer.url().toString())
          .build();
  private final BlockingQueue<String> runs = new LinkedBlockingQueue<>();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    WebhookVerifier verifier = WebhookVerifier.create(register().getSigningSecret());
    // region serve
    server.createContext("/extend-webhooks", new WebhookEndpoint(verifier, runs::add)::handle);
    server.start();
    // endregion
  }

  @AfterEach
  void stop() {
    server.stop(0);
    extend.close();
    extendServer.close();
  }

  @Test
  void hearsOfARun() throws Exception {
    String id =
        extend
            .extractRuns()
            .createAndPoll(
                ExtractRunCreateRequest.builder()
                    .file(FileFromText.builder().text("Total: 5").build())
                    .config(
                        ExtractConfigJson.builder()
                            .schema(JsonValue.ofJson(SCHEMA).asObject())
                            .build())
                    .build(),
                Poller.upTo(Duration.ofSeconds(30)))
            .getId();

    assertThat(runs.poll(30, TimeUnit.SECONDS)).isEqualTo(id);
  }

  @Test
  void refusesWhatIsNotSigned() throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url()))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(runs).isEmpty();
  }

  private WebhookEndpointCreateResponse register() {
    // region register
    WebhookEndpointCreateResponse endpoint =
        extend
            .webhookEndpoints()
            .create(
                WebhookEndpointCreateRequest.builder()
                    .name("invoices")
                    .url(url())
                    .apiVersion("2026-02-09")
                    .enabledEvents(List.of(WebhookEndpointEventType.EXTRACT_RUN_PROCESSED))
                    .build());
    // endregion
    return endpoint;
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/extend-webhooks";
  }
}
