package io.github.extendclient.cli.delete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.cli.ServerDocuments;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole output and the exit code of {@code delete}, against the embedded server. */
class DeleteCommandTest {
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
  void deletesTheIdsOfAFile() throws IOException {
    String file = documents.file("a.txt");
    String run = documents.parseRun(file);
    Path ids = ids("# old", run, "", "  " + file + "  ");

    CommandRun.End end = CommandRun.on(server).of("delete", ids.toString(), "--progress", "none");

    assertThat(end).isEqualTo(new CommandRun.End(0, "2 deleted, in T s.\n", ""));
    assertThat(server.acceptedCount("DELETE /parse_runs/{id}")).isOne();
    assertThat(server.acceptedCount("DELETE /files/{id}")).isOne();
  }

  @Test
  void deletesTheIdsOfStandardInput() {
    CommandRun.End end =
        CommandRun.on(server)
            .input(documents.file("a.txt") + "\nfile_unknown\n")
            .of("delete", "-", "--progress", "none");

    assertThat(end).isEqualTo(new CommandRun.End(0, "1 deleted, 1 already gone, in T s.\n", ""));
  }

  @Test
  void printsALineOfProgressWhereThereIsNoTerminal() throws IOException {
    CommandRun.End end =
        CommandRun.on(server)
            .of("delete", ids(documents.file("a.txt")).toString(), "--concurrency", "1");

    assertThat(end)
        .isEqualTo(
            new CommandRun.End(0, "1 deleted, in T s.\n", "1 of 1 IDs (100 %): 1 deleted\n"));
  }

  @Test
  void drawsABarOnATerminal() throws IOException {
    List<String> drawn = new ArrayList<>();

    CommandRun.End end =
        CommandRun.on(server)
            .bar(new DelegatingProgressBarConsumer(drawn::add, 60))
            .of("delete", ids(documents.file("a.txt")).toString());

    assertThat(end).isEqualTo(new CommandRun.End(0, "1 deleted, in T s.\n", ""));
    assertThat(drawn.get(drawn.size() - 1).replaceAll("\\d:\\d\\d:\\d\\d", "T"))
        .startsWith("Deleting 100% [")
        .contains("] 1/1 (T / T)")
        .endsWith("1 deleted");
  }

  @Test
  void asksBeforeDeletingFromAListing() {
    documents.parseRun(documents.file("acme-1.txt"));
    documents.file("globex-1.txt");
    documents.age(100);
    documents.file("acme-2.txt");

    CommandRun.End end =
        CommandRun.on(server)
            .input("y\n")
            .of(
                "delete",
                "--kind=files,parse-runs",
                "--older-than=90d",
                "--file-name=ACME",
                "--progress=none");

    assertThat(end)
        .isEqualTo(
            new CommandRun.End(
                0,
                "2 deleted, in T s.\n",
                "Found 1 parse-run, 1 file.\nDelete all 2 permanently? [y/N] "));
    assertThat(
            CommandRun.on(server).of("delete", "--list", "--kind=all", "--details").out().lines())
        .hasSize(2)
        .noneMatch(line -> line.contains("acme-1"));
  }

  @Test
  void deletesNothingWithoutConfirmation() {
    documents.file("a.txt");

    assertThat(CommandRun.on(server).input("no\n").of("delete", "--kind", "files"))
        .isEqualTo(
            new CommandRun.End(
                3,
                "",
                "Found 1 file.\nDelete it permanently? [y/N] Nothing was deleted: that was not"
                    + " confirmed with y. Unattended jobs give --yes.\n"));
    assertThat(CommandRun.on(server).of("delete", "--kind", "files"))
        .isEqualTo(
            new CommandRun.End(
                3,
                "",
                "Found 1 file.\nDelete it permanently? [y/N] \nNothing was deleted: that was not"
                    + " confirmed with y. Unattended jobs give --yes.\n"));
    assertThat(server.count("DELETE /files/{id}")).isZero();
  }

  @Test
  void doesNotAskWithYes() {
    documents.file("a.txt");

    assertThat(CommandRun.on(server).of("delete", "--kind", "files", "--yes", "--progress", "none"))
        .isEqualTo(new CommandRun.End(0, "1 deleted, in T s.\n", "Found 1 file.\n"));
  }

  @Test
  void anEmptyListingSucceeds() {
    assertThat(CommandRun.on(server).of("delete", "--kind", "all"))
        .isEqualTo(new CommandRun.End(0, "0 deleted, in T s.\n", "Found nothing.\n"));
  }

  @Test
  void listsIdsForThePipe() {
    String old = documents.parseRun(documents.file("a.txt"));
    documents.age(2);
    documents.parseRun(documents.file("b.txt"));

    assertThat(
            CommandRun.on(server)
                .of("delete", "--list", "--kind", "parse-runs", "--older-than", "24h"))
        .isEqualTo(new CommandRun.End(0, old + "\n", ""));
  }

  @Test
  void listsDetails() {
    String file = documents.file("a.txt");
    String run = documents.parseRun(file);

    assertThat(CommandRun.on(server).of("delete", "--list", "--kind", "all", "--details"))
        .isEqualTo(
            new CommandRun.End(
                0,
                run
                    + "\t2026-03-01T12:00Z\tPROCESSED\ta.txt\n"
                    + file
                    + "\t2026-03-01T12:00Z\t-\ta.txt\n",
                ""));
  }

  @Test
  void listsByStatus() {
    documents.parseRun(documents.file("FAIL_OCR_ERROR.txt"));
    String good = documents.parseRun(documents.file("a.txt"));

    assertThat(
            CommandRun.on(server)
                .of("delete", "--list", "--kind", "parse-runs", "--status", "PROCESSED"))
        .isEqualTo(new CommandRun.End(0, good + "\n", ""));
  }

  @Test
  void dryRunOfAFileNeedsNoKey() throws IOException {
    Path ids = ids("exr_1", "exr_2", "parser_run_1", "ex_7");

    assertThat(CommandRun.alone().of("delete", "--dry-run", ids.toString()))
        .isEqualTo(
            new CommandRun.End(
                1,
                """
                Dry run, nothing was deleted. To be deleted:
                        2  DELETE /extract_runs/{id} (2026-02-09)
                        1  DELETE /parser_runs/{id} (2025-04-21)
                        3  in all
                Refused, as no operation takes them:
                  ex_7  No operation deletes by an ID alone that starts with ex_.
                """,
                ""));
  }

  @Test
  void dryRunOfAListingDeletesNothing() {
    documents.files(3);

    assertThat(CommandRun.on(server).of("delete", "--dry-run", "--kind", "files"))
        .isEqualTo(
            new CommandRun.End(
                0,
                """
                Dry run, nothing was deleted. To be deleted:
                        3  DELETE /files/{id} (2026-02-09)
                        3  in all
                """,
                ""));
    assertThat(server.count("DELETE /files/{id}")).isZero();
  }

  @Test
  void reportsFailuresAndHowToContinue() throws IOException {
    String id = documents.file("a.txt");
    server.faults().next("DELETE /files/{id}", Fault.status(409));
    Path journal = folder.resolve("journal");

    CommandRun.End end =
        CommandRun.on(server)
            .of(
                "delete",
                ids(id, "ex_7").toString(),
                "--journal",
                journal.toString(),
                "--progress",
                "none");

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.out())
        .startsWith(
            "0 deleted, 1 refused, 1 failed, in T s.\n  1 × ConflictException 409\nFailed:\n  ")
        .contains("\n  " + id + "  DELETE /files/{id} returned 409")
        .endsWith(
            "Refused, as no operation takes them:\n"
                + "  ex_7  No operation deletes by an ID alone that starts with ex_.\n");
    assertThat(end.err())
        .isEqualTo(
            "Some IDs failed. To continue, run the same command again: the journal "
                + journal
                + " has what is done.\n");
  }

  @Test
  void continuesWithAJournal() throws IOException {
    List<String> ids = documents.files(3);
    server.faults().next("DELETE /files/{id}", Fault.status(409));
    String[] command = {
      "delete",
      ids(ids.toArray(String[]::new)).toString(),
      "--journal",
      folder.resolve("journal").toString(),
      "--progress",
      "none"
    };

    assertThat(CommandRun.on(server).of(command).exitCode()).isEqualTo(1);
    assertThat(CommandRun.on(server).of(command))
        .isEqualTo(new CommandRun.End(0, "1 deleted, 2 skipped, in T s.\n", ""));
    assertThat(server.count("DELETE /files/{id}")).isEqualTo(4);
  }

  @Test
  void aRefusedKeyStopsTheCommand() throws IOException {
    CommandRun.End end =
        CommandRun.on(server)
            .environment("EXTEND_API_KEY", "sk_wrong")
            .of("delete", ids("file_1").toString(), "--progress", "none");

    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.out())
        .startsWith("0 deleted, 1 failed, in T s.\n  1 × AuthenticationException 401");
    assertThat(end.err())
        .isEqualTo(
            "Ended early: the API refuses the key. Check it, the workspace and the region. To continue,"
                + " run the same command again: what is deleted counts as already gone. With"
                + " --journal, it would be skipped.\n");
    assertThat(end.out() + end.err()).doesNotContain("sk_wrong");
  }

  @Test
  void tooManyFailuresStopTheCommand() throws IOException {
    server.faults().rate("DELETE /files/{id}", 1, Fault.status(409));

    CommandRun.End end =
        CommandRun.on(server)
            .of(
                "delete",
                ids(documents.files(9).toArray(String[]::new)).toString(),
                "--concurrency=1",
                "--max-failures=3",
                "--progress=none");

    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.out()).startsWith("0 deleted, 3 failed, in T s.\n");
    assertThat(end.err()).startsWith("Ended early: too many failures in a row. To continue,");
    assertThat(server.count("DELETE /files/{id}")).isEqualTo(3);
  }

  @Test
  void aListingThatFailsDeletesNothing() {
    server.faults().rate("GET /files", 1, Fault.status(403));

    CommandRun.End end = CommandRun.on(server).of("delete", "--kind", "files", "--yes");

    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.err())
        .startsWith("The listing failed, and nothing was deleted: GET /files returned 403");
  }

  @Test
  void writesAReport() throws IOException {
    String id = documents.file("a.txt");
    Path report = folder.resolve("report.json");

    CommandRun.on(server)
        .of("delete", ids(id, "file_unknown", "ex_7").toString(), "--report", report.toString());

    assertThat(Files.readString(report).replaceAll("(\"elapsedSeconds\": )[\\d.]+", "$10.1"))
        .isEqualTo(
            """
            {
              "command": "delete",
              "ending": "COMPLETED",
              "exitCode": 1,
              "elapsedSeconds": 0.1,
              "deleted": 1,
              "alreadyGone": 1,
              "skipped": 0,
              "refused": 1,
              "failed": 0,
              "routes": {
                "DELETE /files/{id} (2026-02-09)": 2
              },
              "failureKinds": {},
              "failures": [],
              "refusals": [
                {
                  "id": "ex_7",
                  "reason": "No operation deletes by an ID alone that starts with ex_."
                }
              ]
            }
            """);
  }

  @Test
  void demoNeedsNoKey() {
    CommandRun.End end = CommandRun.alone().of("delete", "--dry-run", "--demo");

    assertThat(end)
        .isEqualTo(
            new CommandRun.End(
                0,
                """
                Dry run, nothing was deleted. To be deleted:
                      181  DELETE /files/{id} (2026-02-09)
                      181  DELETE /parse_runs/{id} (2026-02-09)
                      362  in all
                """,
                "Demo: an embedded server with samples and 240 documents of a year.\n"));
  }

  private Path ids(String... lines) throws IOException {
    return Files.write(folder.resolve("ids.txt"), List.of(lines));
  }
}
