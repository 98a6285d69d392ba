package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultsTest {
  private static final String CREATE = "POST /parse_runs";
  private static final String GET = "GET /parse_runs/{id}";

  @RegisterExtension private final ServerFixture fixture = new ServerFixture();
  private final Faults faults = fixture.server.faults();
  private final String file = fixture.upload("note.txt", "Total: 5");
  private final String body = "{'file': {'id': '" + file + "'}}";

  @Test
  void statusReplacesTheNextResponseOnly() {
    faults.next(CREATE, Fault.status(503).retryAfter("1"));

    TestClient.Response first = fixture.current.post("/parse_runs", body);
    TestClient.Response second = fixture.current.post("/parse_runs", body);

    assertThat(first.status()).isEqualTo(503);
    assertThat(first.http().header("Retry-After")).isEqualTo("1");
    assertThat(first.json())
        .isEqualTo(
            Map.of(
                "code",
                "INTERNAL_ERROR",
                "message",
                "This response with status 503 was injected by the test.",
                "retryable",
                true,
                "requestId",
                String.valueOf(first.http().header("x-extend-request-id"))));
    assertThat(second.status()).isEqualTo(200);
    assertThat(fixture.server.count(CREATE)).isEqualTo(2);
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(1);
  }

  @Test
  void statusHasTheErrorShapeOfTheVersion() {
    faults.next("POST /parse/async", Fault.status(429));

    TestClient.Response response =
        fixture.legacy.post("/parse/async", "{'file': {'fileId': '" + file + "'}}");

    assertThat(response.json())
        .isEqualTo(
            Map.of(
                "success",
                false,
                "error",
                "This response with status 429 was injected by the test."));
  }

  @Test
  void statusMayHaveAnyBody() {
    faults.next(CREATE, Fault.status(502).html("<h1>Bad gateway</h1>"));

    TestClient.Response response = fixture.current.post("/parse_runs", body);

    assertThat(response.status()).isEqualTo(502);
    assertThat(response.http().header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(response.text()).isEqualTo("<h1>Bad gateway</h1>");
  }

  @Test
  void statusMaySayThatItIsNotRetryable() {
    faults.next(CREATE, Fault.status(500).retryable(false));

    assertThat(fixture.current.post("/parse_runs", body).at("retryable")).isEqualTo(false);
  }

  @Test
  void statusAfterAcceptingHasCreated() {
    faults.next(CREATE, Fault.status(500).afterAccepting());

    assertThat(fixture.current.post("/parse_runs", body).status()).isEqualTo(500);
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(1);
    assertThat(fixture.server.requests().get(1).fault()).isEqualTo("status 500 after accepting");
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"REQUEST_START", "REQUEST_BODY"})
  void requestDroppedBeforeItIsReadIsNotAccepted(Stage stage) {
    faults.next(CREATE, Fault.dropAt(stage));

    assertThatThrownBy(() -> create()).isInstanceOf(IOException.class);
    assertThat(fixture.server.count(CREATE)).isEqualTo(1);
    assertThat(fixture.server.acceptedCount(CREATE)).isZero();
    assertThat(fixture.server.requests().get(1).status()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"RESPONSE_START", "RESPONSE_BODY"})
  void requestWhoseResponseIsLostIsAccepted(Stage stage) {
    faults.next(CREATE, Fault.dropAt(stage));

    assertThatThrownBy(() -> create()).isInstanceOf(IOException.class);
    assertThat(fixture.server.count(CREATE)).isEqualTo(1);
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(1);
  }

  @Test
  void dropAfterTheResponseKillsTheConnectionOfTheNextRequest() throws IOException {
    faults.next(CREATE, Fault.dropAt(Stage.RESPONSE_END));

    TestClient.Response first = create();

    assertThat(first.status()).isEqualTo(200);
    assertThat(fixture.server.requests().get(1).fault())
        .isEqualTo("connection dropped at RESPONSE_END");
  }

  @Test
  void dropInTheMiddleOfAnUploadReadsHalfOfIt() {
    faults.next("POST /files/upload", Fault.dropAt(Stage.REQUEST_BODY));
    RequestBody form = TestClient.form("a.txt", new byte[100_000]).build();

    assertThatThrownBy(
            () -> fixture.current.trySend(fixture.current.request("/files/upload").post(form)))
        .isInstanceOf(IOException.class);
    RecordedRequest call = fixture.server.requests().get(1);
    assertThat(call.bodySize()).isBetween(50_000L, 50_200L);
    assertThat(call.isAccepted()).isFalse();
  }

  @Test
  void truncatedBodyIsFaultlessHttpWithHalfTheJson() {
    faults.next(CREATE, Fault.truncatedBody());

    TestClient.Response response = fixture.current.post("/parse_runs", body);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).startsWith("{\"object\":\"parse_run\"").doesNotEndWith("}}");
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(1);
  }

  @Test
  void malformedJsonIsWholeHttp() {
    faults.next(CREATE, Fault.malformedJson());

    assertThat(fixture.current.post("/parse_runs", body).text()).startsWith("{").endsWith("]");
  }

  @Test
  void contentTypeIsAnother() {
    faults.next(CREATE, Fault.wrongContentType("text/html"));

    TestClient.Response response = fixture.current.post("/parse_runs", body);

    assertThat(response.http().header("Content-Type")).isEqualTo("text/html");
    assertThat(response.text("object")).isEqualTo("parse_run");
  }

  @Test
  void valueThatNoClientKnowsTakesThePlaceOfTheOther() {
    faults.next(CREATE, Fault.unknownValue("status", "PONDERING"));

    assertThat(fixture.current.post("/parse_runs", body).text("status")).isEqualTo("PONDERING");
  }

  @Test
  void resourcesHaveAFieldThatNoClientKnows() {
    faults.next(CREATE, Fault.unknownProperties());

    TestClient.Response response = fixture.current.post("/parse_runs", body);

    assertThat(response.at("fieldOfTheFuture.answer")).isEqualTo(42L);
    assertThat(response.at("file.fieldOfTheFuture.answer")).isEqualTo(42L);
  }

  @Test
  void slowBodyComesAsTheClockGoes() throws Exception {
    faults.next(CREATE, Fault.slowBody(Duration.ofMinutes(9)));

    CompletableFuture<TestClient.Response> response =
        CompletableFuture.supplyAsync(() -> fixture.current.post("/parse_runs", body));
    while (fixture.server.requests().size() < 2) {
      Thread.onSpinWait();
    }
    assertThat(response).isNotDone();
    fixture.clock.advance(Duration.ofMinutes(9));

    assertThat(response.get(1, TimeUnit.MINUTES).text("object")).isEqualTo("parse_run");
  }

  @Test
  void delayWaitsForTheClock() throws Exception {
    faults.next(CREATE, Fault.delay(Duration.ofHours(1)));

    CompletableFuture<TestClient.Response> response =
        CompletableFuture.supplyAsync(() -> fixture.current.post("/parse_runs", body));
    while (fixture.server.acceptedCount(CREATE) == 0) {
      Thread.onSpinWait();
    }
    assertThat(response).isNotDone();
    fixture.clock.advance(Duration.ofHours(1));

    assertThat(response.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
  }

  @Test
  void delayEndsWithTheServer() throws Exception {
    faults.next(CREATE, Fault.delay(Duration.ofHours(1)));
    CompletableFuture<TestClient.Response> response =
        CompletableFuture.supplyAsync(() -> fixture.current.post("/parse_runs", body));
    while (fixture.server.acceptedCount(CREATE) == 0) {
      Thread.onSpinWait();
    }

    long start = System.nanoTime();
    fixture.server.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    response.handle((result, failure) -> result).get(1, TimeUnit.MINUTES);
  }

  @Test
  void noneLetsTheFirstPassSoThatTheSecondFails() {
    faults.next(CREATE, Fault.none());
    faults.next(CREATE, Fault.status(500));

    assertThat(fixture.current.post("/parse_runs", body).status()).isEqualTo(200);
    assertThat(fixture.current.post("/parse_runs", body).status()).isEqualTo(500);
  }

  @Test
  void faultMayMeetSeveralRequests() {
    faults.next(CREATE, 2, Fault.status(500));

    assertThat(statuses(3)).containsExactly(500, 500, 200);
  }

  @Test
  void faultOfAnotherOperationDoesNotMatter() {
    faults.next(GET, Fault.status(500));

    assertThat(fixture.current.post("/parse_runs", body).status()).isEqualTo(200);
    assertThat(fixture.current.get("/parse_runs/pr_none").status()).isEqualTo(500);
  }

  @Test
  void faultOfAnyOperationMeetsWhatComesFirst() {
    faults.next(Faults.ANY, Fault.status(500));

    assertThat(statuses(2)).containsExactly(500, 200);
  }

  @Test
  void rateFollowsFromTheSeed() {
    faults.rate(CREATE, 0.5, Fault.status(500));

    List<Integer> here = statuses(20);

    assertThat(here).contains(200, 500);
    try (ServerFixture other = new ServerFixture()) {
      other.server.faults().rate(CREATE, 0.5, Fault.status(500));
      String otherFile = other.upload("note.txt", "Total: 5");
      List<Integer> there = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String otherBody = "{'file': {'id': '" + otherFile + "'}}";
        there.add(other.current.post("/parse_runs", otherBody).status());
      }
      assertThat(there).isEqualTo(here);
    }
  }

  @Test
  void clearTakesAllFaultsBack() {
    faults.rate(CREATE, 1, Fault.status(500));
    faults.next(CREATE, Fault.status(500));
    faults.clear();

    assertThat(statuses(1)).containsExactly(200);
  }

  @Test
  void faultComesBeforeTheKeyIsChecked() {
    faults.next(CREATE, Fault.status(503));

    assertThat(
            fixture
                .current
                .send(
                    fixture
                        .current
                        .request("/parse_runs")
                        .removeHeader("Authorization")
                        .post(RequestBody.create("{}", TestClient.JSON)))
                .status())
        .isEqualTo(503);
  }

  @Test
  void operationThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> faults.next("POST /parse_run", Fault.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the server has no operation \"POST /parse_run\": use \"*\" or one of DELETE"
                + " /parse_runs/{id}, GET /parse_runs, GET /parse_runs/{id}, POST /parse, POST"
                + " /parse/async, POST /parse_runs, POST /parse_runs/batch, POST"
                + " /parse_runs/{id}/cancel");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Fault.status(99))
        .hasMessage("a status must be between 200 and 599, but is 99");
    assertThatThrownBy(() -> Fault.delay(Duration.ofMillis(-1)))
        .hasMessage("a delay must not be negative, but is PT-0.001S");
    assertThatThrownBy(() -> faults.next(CREATE, -1, Fault.none()))
        .hasMessage("times must not be negative, but is -1");
    assertThatThrownBy(() -> faults.rate(CREATE, Double.NaN, Fault.none()))
        .hasMessage("a share must be between 0 and 1, but is NaN");
  }

  private TestClient.Response create() throws IOException {
    RequestBody json = RequestBody.create(body.replace('\'', '"'), TestClient.JSON);
    return fixture.current.trySend(fixture.current.request("/parse_runs").post(json));
  }

  private List<Integer> statuses(int requests) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      statuses.add(fixture.current.post("/parse_runs", body).status());
    }
    return statuses;
  }
}
