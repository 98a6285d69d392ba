package io.github.extendclient.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application over HTTP, with the embedded server as the API. */
class ParseApplicationTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String REQUEST =
      "{\"file\":{\"url\":\"https://example.com/invoice.pdf\",\"name\":\"invoice.pdf\"},"
          + "\"metadata\":{\"customer\":7,\"tags\":[\"a\",null,1.5]}}";
  private static final String EVENT =
      "{\"eventId\": \"event_1\",  \"eventType\": \"parse_run.processed\", \"payload\":"
          + " {\"object\": \"parse_run\", \"id\": \"pr_1\"}}";

  private static ExtendServer server;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() {
    server = ExtendServer.builder().pendingTime(Duration.ofHours(1)).start();
    application =
        SpringApplication.run(
            ParseApplication.class,
            "--server.port=0",
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn",
            "--extend.api-key=" + server.apiKey(),
            "--extend.base-url=" + server.url());
  }

  @AfterAll
  static void stop() {
    application.close();
    server.close();
  }

  @Test
  void aRunIsReturnedAsTheJsonOfTheApi() throws Exception {
    String id = create();

    HttpResponse<String> response = get("/runs/" + id);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(plain(response.body())).isEqualTo(plain(fromApi(id)));
  }

  @Test
  void aRequestBodyIsReadWithItsFreeFormValues() throws Exception {
    String id = create();

    assertThat(JsonValue.ofJson(fromApi(id)).asObject().get("metadata"))
        .isEqualTo(JsonValue.ofJson(REQUEST).asObject().get("metadata"));
  }

  @Test
  void runsWithinARecordAndAListAreTheJsonOfTheApi() throws Exception {
    String first = create();
    String second = create();

    assertThat(plain(get("/runs?ids=" + first + "," + second).body()))
        .isEqualTo(
            plain("{\"count\":2,\"runs\":[" + fromApi(first) + "," + fromApi(second) + "]}"));
  }

  @Test
  void aSignedWebhookIsTakenAndAForgedOneIsRefused() throws Exception {
    assertThat(deliver(EVENT, EVENT)).isEqualTo(204);
    assertThat(deliver(EVENT.replace("pr_1", "pr_2"), EVENT)).isEqualTo(401);

    assertThat(get("/processed").body()).isEqualTo("[\"pr_1\"]");
  }

  @Test
  void attemptsAreInTheMetrics() throws Exception {
    create();

    assertThat(get("/actuator/metrics/extend.attempts?tag=operation:parseRuns_create").body())
        .contains("\"name\":\"extend.attempts\"", "\"200\"");
  }

  private static String create() throws IOException, InterruptedException {
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(url("/runs"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(REQUEST))
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonValue.ofJson(response.body()).asObject().get("id").asString();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(url(path)).build(), BodyHandlers.ofString());
  }

  private static String fromApi(String id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.url().resolve("/parse_runs/" + id))
            .header("Authorization", "Bearer " + server.apiKey())
            .header("x-extend-api-version", "2026-02-09")
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private static Object plain(String json) {
    return Map.of("json", JsonValue.ofJson(json).toPlain());
  }

  private static int deliver(String body, String signed)
      throws IOException, InterruptedException, GeneralSecurityException {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("wss_example".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signature =
        mac.doFinal(("v0:" + timestamp + ":" + signed).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(url("/extend-webhooks"))
            .header("Content-Type", "application/json")
            .header("X-Extend-Request-Timestamp", timestamp)
            .header("X-Extend-Request-Signature", HexFormat.of().formatHex(signature))
            .header("X-Extend-Api-Version", "2026-02-09")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static URI url(String path) {
    return URI.create(
        "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path);
  }
}
