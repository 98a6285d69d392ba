package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs move with the clock, and how they are deleted, in both versions. */
final class RunStatusTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();
  private final String file = fixture.upload("note.txt", "Total: 5");
  private final String fileBody = "{'file': {'id': '" + file + "'}}";

  @Test
  void extractRunIsPendingThenProcessingThenProcessed() {
    TestClient.Response created = fixture.current.post("/extract_runs", fileBody);
    String path = "/extract_runs/" + created.text("id");

    assertThat(created.text("status")).isEqualTo("PENDING");
    fixture.clock.advance(Duration.ofMillis(149));
    assertThat(fixture.current.get(path).text("status")).isEqualTo("PENDING");
    fixture.clock.advance(Duration.ofMillis(1));
    assertThat(fixture.current.get(path).text("status")).isEqualTo("PROCESSING");
    fixture.clock.advance(Duration.ofMillis(349));
    assertThat(fixture.current.get(path).at("output")).isNull();
    fixture.clock.advance(Duration.ofMillis(1));
    assertThat(fixture.current.get(path).text("status")).isEqualTo("PROCESSED");
    assertThat(fixture.current.get(path).text("updatedAt")).isEqualTo("2026-03-01T12:00:00.500Z");
    fixture.current.validation().assertNone();
  }

  @Test
  void parseRunIsProcessingAtOnceThenProcessed() {
    TestClient.Response created = fixture.current.post("/parse_runs", fileBody);
    String path = "/parse_runs/" + created.text("id");

    assertThat(created.text("status")).isEqualTo("PROCESSING");
    fixture.clock.advance(Duration.ofMillis(499));
    assertThat(fixture.current.get(path).text("status")).isEqualTo("PROCESSING");
    fixture.clock.advance(Duration.ofMillis(1));
    assertThat(fixture.current.get(path).text("status")).isEqualTo("PROCESSED");
    fixture.current.validation().assertNone();
  }

  @Test
  void parserRunShowsOnlyItsStatusUntilItEnds() {
    TestClient.Response created =
        fixture.legacy.post("/parse/async", "{'file': {'fileId': '" + file + "'}}");
    String id = created.text("id");
    Map<String, String> status =
        Map.of("object", "parser_run_status", "id", id, "status", "PROCESSING");

    assertThat(created.json()).isEqualTo(status);
    assertThat(fixture.legacy.get("/parser_runs/" + id).json())
        .isEqualTo(Map.of("success", true, "parserRun", status));
    fixture.finishRuns();
    TestClient.Response ended = fixture.legacy.get("/parser_runs/" + id);
    assertThat(ended.text("parserRun.object")).isEqualTo("parser_run");
    assertThat(ended.text("parserRun.status")).isEqualTo("PROCESSED");
    assertThat(ended.text("parserRun.fileId")).isEqualTo(file);
    assertThat(ended.text("parserRun.chunks[0].content")).isEqualTo("Total: 5");
    fixture.legacy.validation().assertNone();
  }

  @Test
  void timesCanBeSet() {
    try (ExtendServer server =
            ExtendServer.builder()
                .pendingTime(Duration.ZERO)
                .processingTime(Duration.ZERO)
                .start();
        TestClient client = new TestClient(server, TestClient.CURRENT)) {
      assertThat(client.post("/extract_runs", "{'file': {'text': 'Total: 5'}}").text("status"))
          .isEqualTo("PROCESSED");
    }
  }

  @Test
  void withoutOtherSettingsRunsMoveWithRealTime() {
    try (ExtendServer server = ExtendServer.start();
        TestClient client = new TestClient(server, TestClient.CURRENT)) {
      TestClient.Response run = client.post("/extract_runs", "{'file': {'text': 'Total: 5'}}");
      assertThat(run.text("status")).isEqualTo("PENDING");
      String path = "/extract_runs/" + run.text("id");
      while (Set.of("PENDING", "PROCESSING").contains(run.text("status"))) {
        run = client.get(path);
      }
      assertThat(run.text("status")).isEqualTo("PROCESSED");
    }
  }

  @Test
  void extractRunIsCancelledBeforeItEnds() {
    String waiting = extractRun();
    TestClient.Response cancelled = cancel("/extract_runs/" + waiting);
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text("status")).isEqualTo("CANCELLED");

    String done = extractRun();
    fixture.finishRuns();
    TestClient.Response late = cancel("/extract_runs/" + done);
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.text("message"))
        .isEqualTo(
            "Only a run that is PENDING or PROCESSING can be cancelled, but this one is"
                + " PROCESSED.");
    assertThat(cancel("/extract_runs/" + waiting).text("message"))
        .isEqualTo(
            "Only a run that is PENDING or PROCESSING can be cancelled, but this one is"
                + " CANCELLED.");
  }

  @Test
  void workflowRunIsCancelledBeforeItEnds() {
    String workflow = fixture.current.post("/workflows", "{'name': 'W'}").text("id");
    String body = "{'workflow': {'id': '" + workflow + "'}, 'file': {'text': 'a'}}";
    String waiting = fixture.current.post("/workflow_runs", body).text("id");
    String done = fixture.current.post("/workflow_runs", body).text("id");

    assertThat(cancel("/workflow_runs/" + waiting).text("status")).isEqualTo("CANCELLED");
    fixture.finishRuns();
    assertThat(cancel("/workflow_runs/" + done).text("message"))
        .isEqualTo(
            "Only a run that is PENDING or PROCESSING can be cancelled, but this one is"
                + " PROCESSED.");
  }

  private String extractRun() {
    return fixture.current.post("/extract_runs", "{'file': {'text': 'a: b'}}").text("id");
  }

  private TestClient.Response cancel(String run) {
    return fixture.current.send(
        fixture.current.request(run + "/cancel").post(RequestBody.create(new byte[0])));
  }

  @Test
  void runOfOneVersionIsSeenByTheOther() {
    String id = fixture.current.post("/parse_runs", fileBody).text("id");
    fixture.finishRuns();

    String legacyId = id.replace("pr_", "parser_run_");
    assertThat(fixture.legacy.get("/parser_runs/" + legacyId).text("parserRun.id"))
        .isEqualTo(legacyId);
    assertThat(fixture.legacy.delete("/parser_runs/" + legacyId).status()).isEqualTo(200);
    assertThat(fixture.current.get("/parse_runs/" + id).status()).isEqualTo(404);
  }

  @Test
  void ofManyDeletesOfARunAtOnceOneSucceeds() {
    for (int i = 0; i < 100; i++) {
      String path = "/extract_runs/" + extractRun();

      long deleted =
          IntStream.range(0, 4)
              .parallel()
              .filter(thread -> fixture.current.delete(path).status() == 200)
              .count();

      assertThat(deleted).isOne();
    }
  }

  @Test
  void parseRunIsDeletedOnce() {
    String id = fixture.current.post("/parse_runs", fileBody).text("id");

    assertThat(fixture.current.delete("/parse_runs/" + id).json()).isEqualTo(Map.of("id", id));
    TestClient.Response second = fixture.current.delete("/parse_runs/" + id);
    assertThat(second.status()).isEqualTo(404);
    assertThat(second.text("message")).isEqualTo("There is no parse run with the ID " + id + ".");
    fixture.current.validation().assertNone();
  }

  @Test
  void extractRunIsDeletedOnce() {
    String id = fixture.current.post("/extract_runs", fileBody).text("id");

    assertThat(fixture.current.delete("/extract_runs/" + id).json()).isEqualTo(Map.of("id", id));
    TestClient.Response second = fixture.current.delete("/extract_runs/" + id);
    assertThat(second.status()).isEqualTo(404);
    assertThat(second.text("message")).isEqualTo("There is no extract run with the ID " + id + ".");
    fixture.current.validation().assertNone();
  }

  @Test
  void parserRunIsDeletedOnce() {
    String id =
        fixture.legacy.post("/parse/async", "{'file': {'fileId': '" + file + "'}}").text("id");

    assertThat(fixture.legacy.delete("/parser_runs/" + id).json())
        .isEqualTo(
            Map.of("success", true, "parserRunId", id, "message", "The parser run is deleted."));
    TestClient.Response second = fixture.legacy.delete("/parser_runs/" + id);
    assertThat(second.status()).isEqualTo(404);
    assertThat(second.json())
        .isEqualTo(
            Map.of("success", false, "error", "There is no parser run with the ID " + id + "."));
    fixture.legacy.validation().assertNone();
  }

  @Test
  void processorRunIsDeletedWithTheOldEnvelopeInTheNewVersion() {
    String id = fixture.current.post("/extract_runs", fileBody).text("id");

    assertThat(fixture.current.delete("/processor_runs/" + id).json())
        .isEqualTo(
            Map.of(
                "success",
                true,
                "documentProcessorRunId",
                id,
                "message",
                "The processor run is deleted."));
    TestClient.Response second = fixture.current.delete("/processor_runs/" + id);
    assertThat(second.status()).isEqualTo(404);
    assertThat(second.text("message"))
        .isEqualTo("There is no processor run with the ID " + id + ".");
    fixture.current.validation().assertNone();
  }

  @Test
  void processorRunIsDeletedInThePreviousVersionByItsOldId() {
    String id = fixture.current.post("/extract_runs", fileBody).text("id").replace("exr_", "dpr_");

    TestClient.Response response = fixture.legacy.delete("/processor_runs/" + id);

    assertThat(response.text("documentProcessorRunId")).isEqualTo(id);
    assertThat(fixture.legacy.delete("/processor_runs/" + id).status()).isEqualTo(404);
    fixture.legacy.validation().assertNone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clr_Xj8mK2pL9nR4vT7qY5wZ", "splr_Xj8mK2pL9nR4vT7qY5wZ", "dpr_none"})
  void processorRunThatIsNotThereIs404(String id) {
    assertThat(fixture.current.delete("/processor_runs/" + id).status()).isEqualTo(404);
  }

  @Test
  void runOutlivesItsFile() {
    String id = fixture.current.post("/parse_runs", fileBody).text("id");
    fixture.current.delete("/files/" + file);
    fixture.finishRuns();

    assertThat(fixture.current.get("/parse_runs/" + id).text("output.chunks[0].content"))
        .isEqualTo("Total: 5");
  }
}
