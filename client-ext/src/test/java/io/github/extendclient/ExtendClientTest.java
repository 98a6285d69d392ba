package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.PermissionException;
import io.github.extendclient.error.PollingTimeoutException;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client on the generated interfaces. */
class ExtendClientTest extends ClientFixture {
  private static final ParseRunCreateRequest REQUEST =
      ParseRunCreateRequest.builder().file(FileFromId.builder().id("file_1").build()).build();

  private static MockResponse json(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse parseRun(String status) {
    return json("{\"object\":\"parse_run\",\"id\":\"pr_1\",\"status\":\"" + status + "\"}");
  }

  @Test
  void uploadsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("invoice.txt"), "Total 12.50");
    enqueue(json("{\"object\":\"file\",\"id\":\"file_1\",\"name\":\"invoice.txt\"}"));

    File uploaded = extend.files().upload(file);

    assertThat(uploaded.getId()).isEqualTo("file_1");
    RecordedRequest request = takeRequest();
    assertThat(request.getTarget()).isEqualTo("/files/upload");
    assertThat(request.getHeaders().get("x-extend-api-version")).isEqualTo("2026-02-09");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data;");
    assertThat(request.getBody().utf8())
        .contains("name=\"file\"; filename=\"invoice.txt\"", "Total 12.50");
  }

  @Test
  void createsARunAndWaitsForIt() {
    enqueue(parseRun("PENDING"), parseRun("PROCESSING"), parseRun("PROCESSED"));

    ParseRun run = extend.parseRuns().createAndPoll(REQUEST, poller(Duration.ofMinutes(1)));

    assertThat(run.getStatus().value()).isEqualTo("PROCESSED");
    assertThat(takeRequest().getRequestLine()).isEqualTo("POST /parse_runs HTTP/1.1");
    assertThat(takeRequest().getRequestLine()).isEqualTo("GET /parse_runs/pr_1 HTTP/1.1");
  }

  @Test
  void createsARunAndWaitsForItWithoutAThread() {
    enqueue(parseRun("PENDING"), parseRun("PROCESSING"), parseRun("PROCESSED"));

    ParseRun run =
        extend.parseRuns().createAndPollAsync(REQUEST, poller(Duration.ofMinutes(1))).join();

    assertThat(run.getStatus().value()).isEqualTo("PROCESSED");
  }

  @Test
  void anUnknownStatusEndsThePoll() {
    enqueue(parseRun("PENDING"), parseRun("PAUSED_FOR_REVIEW"));

    ParseRun run = extend.parseRuns().createAndPoll(REQUEST, poller(Duration.ofMinutes(1)));

    assertThat(run.getStatus().value()).isEqualTo("PAUSED_FOR_REVIEW");
  }

  @Test
  void anOutageDoesNotEndAPoll() {
    enqueue(
        parseRun("PENDING"),
        error(502, "<html>"),
        parseRun("PROCESSING"),
        error(502, ""),
        error(502, ""),
        error(502, ""),
        parseRun("PROCESSED"));

    ParseRun run = extend.parseRuns().createAndPoll(REQUEST, poller(Duration.ofMinutes(1)));

    assertThat(run.getStatus().value()).isEqualTo("PROCESSED");
  }

  @Test
  void aRunThatIsNotFoundRightAfterItsCreateIsLookedForAgain() {
    enqueue(parseRun("PENDING"), error(404, ""), parseRun("PROCESSED"));

    ParseRun run = extend.parseRuns().createAndPoll(REQUEST, poller(Duration.ofMinutes(1)));

    assertThat(run.getStatus().value()).isEqualTo("PROCESSED");
  }

  @Test
  void aFailureThatWillNotPassEndsThePollAndCarriesTheRun() {
    enqueue(parseRun("PENDING"), error(403, ""));

    assertThatThrownBy(
            () -> extend.parseRuns().createAndPoll(REQUEST, poller(Duration.ofMinutes(1))))
        .isInstanceOfSatisfying(
            PermissionException.class, e -> assertThat(e.runId()).isEqualTo("pr_1"))
        .hasMessageEndingWith("(While waiting for the run pr_1.)");
  }

  @Test
  void aRunThatExistsIsWaitedForByItsId() {
    enqueue(parseRun("PROCESSING"), parseRun("PROCESSED"));

    ParseRun run = poller(Duration.ofMinutes(1)).await("pr_1", extend.parseRuns()::retrieve);

    assertThat(run.getStatus().value()).isEqualTo("PROCESSED");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aPollThatTakesTooLongNamesTheRun() {
    for (int i = 0; i < 10; i++) {
      enqueue(parseRun("PROCESSING"));
    }

    assertThatThrownBy(
            () -> extend.parseRuns().createAndPoll(REQUEST, poller(Duration.ofSeconds(3))))
        .isInstanceOfSatisfying(
            PollingTimeoutException.class, e -> assertThat(e.runId()).isEqualTo("pr_1"));
  }

  @Test
  void thePreviousVersionSharesEverythingButTheHeader() {
    enqueue(json("{\"success\":true,\"parserRunId\":\"parser_run_1\",\"message\":\"ok\"}"));

    extend.v20250421().parserRuns().delete("parser_run_1");

    RecordedRequest request = takeRequest();
    assertThat(request.getRequestLine()).isEqualTo("DELETE /parser_runs/parser_run_1 HTTP/1.1");
    assertThat(request.getHeaders().get("x-extend-api-version")).isEqualTo("2025-04-21");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sk_1");
  }

  @Test
  @SuppressWarnings("deprecation") // the legacy operation is what the test is about
  void aLegacyDeleteTakesTheIdsOfAllItsRuns() {
    enqueue(json("{\"success\":true}"), json("{\"success\":true}"));

    extend.processorRuns().delete("exr_1");
    extend.processorRuns().delete("dpr_1");

    assertThat(takeRequest().getTarget()).isEqualTo("/processor_runs/exr_1");
    assertThat(takeRequest().getTarget()).isEqualTo("/processor_runs/dpr_1");
  }

  @Test
  @SuppressWarnings("deprecation") // the legacy operation is what the test is about
  void aFilesIdIsRefusedForARun() {
    assertThatThrownBy(() -> extend.processorRuns().delete("file_abc"))
        .isInstanceOf(IdPrefixException.class)
        .hasMessage(
            "The id \"file_abc\" belongs to another resource. IDs here start with exr_, clr_, splr_"
                + " or dpr_. IDs that start with file_ go to extend.files().delete or"
                + " extend.v20250421().files().delete. Nothing was sent.");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anOlderRunIsRefusedWithItsVersion() {
    assertThatThrownBy(() -> extend.parseRuns().delete("parser_run_1"))
        .hasMessage(
            "The id \"parser_run_1\" belongs to another resource. IDs here start with pr_. IDs that"
                + " start with parser_run_ go to extend.v20250421().parserRuns().delete. Nothing was"
                + " sent.");
  }

  private Poller poller(Duration limit) {
    return Poller.builder().timeout(limit).timeline(timeline, new Random(1)).build();
  }
}
