package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.CapturedLog;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.v20260209.model.FileFromUrl;
import io.github.extendclient.v20260209.model.FileFromUrlSettings;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.util.List;
import java.util.logging.Level;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is logged, and what never is. */
class LogTest extends MockServerFixture {
  private final CapturedLog log = new CapturedLog("io.github.extendclient", Level.FINE);

  @AfterEach
  void closeLog() {
    log.close();
  }

  private List<String> lines() {
    return log.lines().stream().map(line -> line.replaceAll("\\d+ ms", "N ms")).toList();
  }

  @Test
  void everyAttemptIsALine() {
    enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
        TestClient.status(503),
        TestClient.ok());

    client.things().get("th_1");

    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0))
        .matches("FINE GET /things/\\{id} attempt 1 of 3: .*Exception.* in N ms, next in N ms");
    assertThat(lines().get(1))
        .isEqualTo("FINE GET /things/{id} attempt 2 of 3: 503 in N ms, next in N ms");
    assertThat(lines().get(2)).isEqualTo("FINE GET /things/{id} attempt 3 of 3: 200 in N ms");
  }

  @Test
  void idsHeadersAndBodiesAreNotLogged() {
    client.workspace("ws_1");
    enqueue(error(400, "{\"message\":\"Bad thing.\"}"), TestClient.ok());

    catchThrowable(() -> client.things().create(new Thing("confidential", 1)));
    client.things().get("th_1");

    assertThat(lines())
        .containsExactly(
            "FINE POST /things attempt 1 of 3: 400 in N ms",
            "FINE GET /things/{id} attempt 1 of 3: 200 in N ms");
  }

  @Test
  void bodiesAreLoggedWhenSwitchedOn() {
    client.logBodies();
    enqueue(TestClient.status(503), TestClient.ok(), error(400, "{\"message\":\"Bad.\"}"));

    client.things().get("th_1");
    catchThrowable(() -> client.things().create(new Thing("a", 1)));

    assertThat(lines())
        .contains(
            "FINE GET /things/{id} returned 200 {\"name\":\"a\",\"size\":1}",
            "FINE POST /things sends {\"name\":\"a\",\"size\":1}",
            "FINE POST /things returned 400 {\"message\":\"Bad.\"}");
  }

  @Test
  void peekingAtAResponseDoesNotConsumeIt() {
    client.logBodies();
    enqueue(TestClient.ok());

    assertThat(client.things().get("th_1").name()).isEqualTo("a");
  }

  @Test
  void aResponseThatBreaksOffIsStillTriedAgain() {
    client.logBodies();
    enqueue(
        TestClient.ok().newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build(),
        TestClient.ok());

    assertThat(client.things().get("th_1").name()).isEqualTo("a");
    assertThat(lines()).contains("FINE GET /things/{id} returned 200 (a body that broke off)");
  }

  @Test
  void theKeyIsMaskedWhereverItStands() {
    client.logBodies();
    enqueue(error(401, "{\"message\":\"No such key: " + TestClient.KEY + "\"}"));

    catchThrowable(() -> client.things().create(new Thing(TestClient.KEY, 1)));

    assertThat(lines())
        .contains(
            "FINE POST /things sends {\"name\":\"(key)\",\"size\":1}",
            "FINE POST /things returned 401 {\"message\":\"No such key: (key)\"}")
        .allSatisfy(line -> assertThat(line).doesNotContain(TestClient.KEY));
  }

  @Test
  void passwordsAndSignaturesAreMasked() {
    enqueue(
        new MockResponse.Builder()
            .body("{\"id\":\"pr_1\",\"outputUrl\":\"https://files.example/o?sig=s3cr3t\"}")
            .build());

    try (ExtendClient extend =
        ExtendClient.builder()
            .apiKey("sk_1")
            .baseUrl(server.url("/").toString())
            .logBodies(true)
            .build()) {
      extend
          .parseRuns()
          .create(
              ParseRunCreateRequest.builder()
                  .file(
                      FileFromUrl.builder()
                          .url("https://in.example/a.pdf?token=s3cr3t")
                          .settings(FileFromUrlSettings.builder().password("s3cr3t").build())
                          .build())
                  .build());
    }

    assertThat(lines())
        .contains(
            "FINE POST /parse_runs sends {\"file\":{\"url\":\"https://in.example/a.pdf?***\","
                + "\"settings\":{\"password\":\"***\"}}}",
            "FINE POST /parse_runs returned 200"
                + " {\"id\":\"pr_1\",\"outputUrl\":\"https://files.example/o?***\"}");
  }

  @Test
  void anUploadIsNamedAndNotShown() {
    client.logBodies();
    enqueue(TestClient.ok());

    client.things().upload(Upload.of("a.txt", new byte[10_000]).toPart("file"), null);

    assertThat(lines().get(0))
        .matches(
            "FINE POST /things/upload sends \\(multipart/form-data; boundary=\\S+, \\d+ bytes\\)");
  }
}
