package io.github.extendclient.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.cli.ServerDocuments;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs and files by their IDs and from listings. */
class RunsCommandTest {
  private final TestClock clock = new TestClock();
  private final ExtendServer server = ExtendServer.builder().clock(clock).start();
  private final ServerDocuments documents = new ServerDocuments(server, clock);

  @TempDir private Path folder;

  @AfterEach
  void close() {
    documents.close();
    server.close();
  }

  @Test
  void listsRunsAsATable() {
    String run = documents.parseRun(documents.file("acme.txt"));

    assertThat(CommandRun.on(server).terminal(80).of("runs", "list").out())
        .matches(
            "ID +STATUS +CREATED \\(UTC\\) +FILE\n"
                + run
                + "  PROCESSED  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  acme.txt\n");
  }

  @Test
  void listsRunsAsJsonLines() {
    documents.parseRun(documents.file("a.txt"));
    documents.parseRun(documents.file("b.txt"));

    assertThat(CommandRun.on(server).of("runs", "list").out()).hasLineCount(2);
    assertThat(CommandRun.on(server).of("runs", "list", "--limit=1").out())
        .hasLineCount(1)
        .startsWith("{\"object\":\"parse_run\"");
    assertThat(CommandRun.on(server).of("runs", "list", "--file-name=b").out()).hasLineCount(1);
  }

  @Test
  void listsRunsOfAllKindsByTheirAge() {
    String file = documents.file("a.txt");
    String first = documents.parseRun(file);
    String second = documents.classifyRun(file);
    String third = documents.parseRun(file);

    assertThat(CommandRun.on(server).of("runs", "list").out().lines())
        .map(line -> line.replaceAll(".*?\"id\":\"([^\"]+).*", "$1"))
        .containsExactly(third, second, first);
  }

  @Test
  void saysThatTheLimitLeftItemsOut() {
    documents.files(2);

    assertThat(CommandRun.on(server).terminal(80).of("files", "list", "--limit", "1").out())
        .endsWith("The first 1; --limit 0 lists all.\n");
    assertThat(CommandRun.on(server).terminal(80).of("runs", "list").out())
        .isEqualTo("Nothing was found.\n");
  }

  @Test
  void readsRunsOfAnyKindByTheirIds() {
    String run = documents.parseRun(documents.file("a.txt"));

    assertThat(CommandRun.on(server).of("runs", "get", run).out()).contains("\"id\":\"" + run);
  }

  @Test
  void waitsForARun() {
    String run = documents.parseRun(documents.file("a.txt"));

    CommandRun.End end = CommandRun.on(server).of("runs", "watch", run);

    assertThat(end.exitCode()).isZero();
    assertThat(end.out()).contains("\"status\":\"PROCESSED\"");
  }

  @ParameterizedTest
  @CsvSource({"get, GET /parse_runs/{id}", "watch, GET /parse_runs/{id}"})
  void anUnknownRunDoesNotStopTheOthers(String command, String operation) {
    String run = documents.parseRun(documents.file("a.txt"));

    CommandRun.End end = CommandRun.on(server).of("runs", command, "pr_none", run);

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.err()).startsWith(operation + " returned 404");
    assertThat(end.out()).contains("\"id\":\"" + run);
  }

  @Test
  void allIdsAreCheckedBeforeARunIsCancelled() {
    String run = documents.parseRun(documents.file("a.txt"));

    CommandRun.End end = CommandRun.on(server).of("runs", "cancel", run, "bad");

    assertThat(end)
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "\"bad\" is not the ID of a run that the API can cancel: extend runs list shows"
                    + " IDs.\n"));
    assertThat(server.count("POST /parse_runs/{id}/cancel")).isZero();
  }

  @Test
  void anUnreachableServerEndsTheCommand() {
    server.close();

    CommandRun.End end = CommandRun.on(server).of("runs", "get", "pr_1", "pr_2");

    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.err()).hasLineCount(1);
  }

  @Test
  void aStatusChoosesTheKindsThatHaveIt() {
    CommandRun.End end = CommandRun.on(server).of("runs", "list", "--status", "NEEDS_REVIEW");

    assertThat(end).isEqualTo(new CommandRun.End(0, "", ""));
    assertThat(server.count("GET /workflow_runs")).isOne();
    assertThat(server.count("GET /parse_runs")).isZero();
  }

  @Test
  void uploadsAndDownloads() throws IOException {
    Path file = Files.writeString(folder.resolve("note.txt"), "A note");
    Path out = folder.resolve("copies");

    CommandRun.End uploaded =
        CommandRun.on(server).terminal(80).of("files", "upload", file.toString());
    String id = uploaded.out().split(" ")[0];
    CommandRun.End refused =
        CommandRun.on(server).of("files", "download", id, "--out", folder.toString());

    assertThat(uploaded.out()).isEqualTo(id + "  " + file + "\n");
    assertThat(refused.exitCode()).isIn(5);
    assertThat(refused.err())
        .isEqualTo(file + " exists: add --replace, or name another folder with --out.\n");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          runs get file_1 | "file_1" is not the ID of a run that the API can retrieve: extend runs list shows IDs.
          runs cancel sgr_1 | "sgr_1" is not the ID of a run that the API can cancel: extend runs list shows IDs.
          runs list --kind files | --kind files does not fit this command: give parse-runs, extract-runs, classify-runs, split-runs, edit-runs, workflow-runs.
          runs list --limit -1 | --limit is -1: give a number of 0 or more.
          runs watch pr_1 --limit-minutes 0 | --limit-minutes is 0: give a number of 1 or more.
          """)
  void refuses(String command, String message) {
    assertThat(CommandRun.on(server).of(command.split(" ")))
        .isEqualTo(new CommandRun.End(2, "", message + "\n"));
  }
}
