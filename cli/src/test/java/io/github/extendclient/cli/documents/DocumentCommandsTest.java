package io.github.extendclient.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentCommandsTest {
  private static final ExtendServer SERVER = ExtendServer.builder().creditsPerRun(2).start();
  private static final String TABLE = "| Item | Price |\n|---|---|\n| Tea | 4.50 |\n";

  @TempDir private Path folder;
  private Path invoice = Path.of("");

  @BeforeEach
  void write() throws IOException {
    invoice = Files.writeString(folder.resolve("invoice.md"), "# Invoice\n\n" + TABLE);
  }

  @AfterEach
  void clear() {
    SERVER.faults().clear();
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void parsePrintsJsonWithoutATerminal() {
    CommandRun.End end = run("parse", invoice.toString());

    assertThat(end.exitCode()).isZero();
    assertThat(end.out()).startsWith("{\"object\":\"parse_run\"").hasLineCount(1);
    assertThat(end.err()).isEmpty();
  }

  @Test
  void parsePrintsTextOnATerminal() {
    CommandRun.End end =
        CommandRun.on(SERVER).terminal(80).of("parse", invoice.toString(), "--progress", "none");

    assertThat(end.exitCode()).isZero();
    assertThat(end.out()).startsWith("# Invoice\n").contains("| Tea | 4.50 |");
  }

  @Test
  void printsTables() {
    assertThat(run("parse", invoice.toString(), "--format", "table").out())
        .isEqualTo("Item  Price\nTea   4.50\n");
    assertThat(run("parse", invoice.toString(), "--format", "csv").out())
        .isEqualToNormalizingNewlines("Item,Price\nTea,4.50\n");
  }

  @Test
  void extractsWithASchema() throws IOException {
    Path schema =
        Files.writeString(
            folder.resolve("schema.yaml"),
            "type: object\nproperties:\n  total:\n    type: [string, 'null']\n");
    Path bill = Files.writeString(folder.resolve("bill.txt"), "Total: 5");

    CommandRun.End end =
        run("extract", bill.toString(), "--schema", schema.toString(), "--format", "csv");

    assertThat(end).isEqualTo(new CommandRun.End(0, bill + ",total,5\n", ""));
  }

  @Test
  void processesAFolderIntoAFolder() throws IOException {
    Path inbox = inbox(3);
    Path out = folder.resolve("texts");

    CommandRun.End end =
        run(
            "parse",
            inbox.toString(),
            "--include",
            "*.txt",
            "--out",
            out.toString(),
            "--format",
            "markdown");

    assertThat(end.exitCode()).isZero();
    assertThat(end.out()).isEmpty();
    assertThat(end.err()).endsWith("3 processed, 6 credits, in T s.\n");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly("0.txt.md", "1.txt.md", "2.txt.md");
    }
  }

  @Test
  void writesEachFormatToAFolder() throws IOException {
    Path out = folder.resolve("tables");

    run(
        "parse",
        folder.toString(),
        "--include",
        "*.md",
        "--out",
        out.toString(),
        "--format",
        "csv");

    assertThat(out.resolve("invoice.md.csv")).content().startsWith("Item,Price");
  }

  @Test
  void printsALineForEachOfSeveralDocuments() throws IOException {
    CommandRun.End end = run("parse", inbox(2).toString(), "--progress", "none");

    assertThat(end.out().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("{\"key\":\"0.txt\",\"runId\":\"pr_"));
  }

  @Test
  void continuesWithAJournalAndBillsNothingTwice() throws IOException {
    String[] command = {
      "parse",
      inbox(3).toString(),
      "--out",
      folder.resolve("all.jsonl").toString(),
      "--journal",
      folder.resolve("journal").toString(),
      "--progress",
      "none"
    };
    SERVER.faults().next("POST /files/upload", Fault.status(400));
    int before = SERVER.acceptedCount("POST /parse_runs");

    CommandRun.End first = run(command);
    CommandRun.End second = run(command);

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.err())
        .contains(
            "Not processed:\n", "Some documents have no result. To continue, run the same command")
        .contains("the journal " + folder.resolve("journal") + " has what is done.");
    assertThat(second.exitCode()).isZero();
    assertThat(second.err()).isEqualTo("1 processed, 2 skipped, 6 credits, in T s.\n");
    assertThat(Files.readAllLines(folder.resolve("all.jsonl"))).hasSize(3);
    assertThat(SERVER.acceptedCount("POST /parse_runs") - before).isEqualTo(3);
  }

  @Test
  void aFailedRunIsReportedWithItsReason() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.pdf"), "no pdf");

    CommandRun.End end = run("parse", broken.toString(), "--format", "markdown");

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.out()).isEmpty();
    assertThat(end.err()).matches("(?s).*broken\\.pdf: the run pr_\\w+ is FAILED, \\w+: .*\n");
  }

  @Test
  void createsRunsWithoutWaiting() throws IOException {
    CommandRun.End end = run("parse", inbox(2).toString(), "--no-wait");

    assertThat(end.exitCode()).isZero();
    assertThat(end.out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"object\":\"parse_run\""));
  }

  @Test
  void deletesAfterwards() {
    int before = SERVER.acceptedCount("DELETE /files/{id}");

    assertThat(run("parse", invoice.toString(), "--delete-after").exitCode()).isZero();
    assertThat(SERVER.acceptedCount("DELETE /files/{id}")).isEqualTo(before + 1);
  }

  @Test
  void takesNamesFromStandardInput() {
    CommandRun.End end =
        CommandRun.on(SERVER)
            .input("# list\n" + invoice + "\n\n")
            .of("parse", "-", "--progress", "none");

    assertThat(end.out()).startsWith("{\"key\":").hasLineCount(1);
  }

  @Test
  void drawsABar() throws IOException {
    List<String> drawn = new ArrayList<>();

    CommandRun.End end =
        CommandRun.on(SERVER)
            .bar(new DelegatingProgressBarConsumer(drawn::add, 100))
            .of("parse", inbox(2).toString(), "--out", folder.resolve("o").toString());

    assertThat(end.exitCode()).isZero();
    assertThat(drawn.get(drawn.size() - 1))
        .startsWith("Processing 100% [")
        .contains("2 processed, 4 credits");
  }

  @Test
  void aRefusedKeyStopsTheCommand() {
    CommandRun.End end =
        CommandRun.on(SERVER)
            .environment("EXTEND_API_KEY", "sk_wrong")
            .of("parse", invoice.toString());

    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.err())
        .isEqualTo(
            "Ended early: the API refuses the key. Check it, the workspace and the region.\n");
  }

  @Test
  void classifiesSplitsAndEdits() throws IOException {
    Path types =
        Files.writeString(
            folder.resolve("types.yaml"),
            "classifications:\n"
                + "  - {id: invoice, type: invoice, description: An invoice}\n"
                + "  - {id: other, type: other, description: Anything else}\n");
    Path parts =
        Files.writeString(
            folder.resolve("parts.yaml"),
            "splitClassifications:\n"
                + "  - {id: invoice, type: invoice, description: An invoice}\n"
                + "  - {id: other, type: other, description: Anything else}\n");
    Path bill = Files.writeString(folder.resolve("bill.txt"), "Invoice 7");

    CommandRun.End classified =
        run("classify", bill.toString(), "--config", types.toString(), "--format", "table");
    CommandRun.End split = run("split", bill.toString(), "--config", parts.toString());

    assertThat(classified.exitCode()).as(classified.err()).isZero();
    assertThat(classified.out()).contains("type  ").contains("invoice");
    assertThat(split.exitCode()).as(split.err()).isZero();
    assertThat(split.out()).startsWith("{\"object\":\"split_run\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          parse | 2 | There is no document: name files, folders, URLs or IDs, or - for a list on standard input.
          parse none.pdf | 5 | There is no file none.pdf, and it is neither a URL nor the ID of an uploaded file.
          parse file_1 --rate 0 | 2 | --rate is 0.0: give a number above 0, or leave it out for no limit.
          parse file_1 --no-wait --journal j | 2 | --journal needs the results, which --no-wait does not wait for.
          parse file_1 --out x.jsonl --format csv | 2 | --out x.jsonl takes JSON lines: leave out --format csv.
          parse file_1 --concurrency 0 | 2 | --concurrency is 0: give a number from 1 to 10000.
          parse file_1 --max-credits -1 | 2 | --max-credits is -1.0: give a number above 0, or leave it out for no limit.
          parse file_1 --config none.yaml | 5 | The file none.yaml cannot be read: there is no such file or folder.
          run file_1 | 2 | The workflow is missing: give its ID before the documents, such as workflow_….
          run workflow_1 file_1 --config {} | 2 | A workflow has its own configuration: leave out --config.
          """)
  void refuses(String command, int exitCode, String message) {
    assertThat(run(command.split(" "))).isEqualTo(new CommandRun.End(exitCode, "", message + "\n"));
  }

  @Test
  void aFolderWithoutFittingFilesIsRefused() {
    assertThat(run("parse", folder.toString(), "--include", "*.pdf").err())
        .isEqualTo("There is no document in " + folder + " that matches --include *.pdf.\n");
  }

  private Path inbox(int documents) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    Files.writeString(inbox.resolve(".hidden"), "hidden");
    for (int i = 0; i < documents; i++) {
      Files.writeString(inbox.resolve(i + ".txt"), "Document " + i + " of " + folder);
    }
    return inbox;
  }

  private static CommandRun.End run(String... arguments) {
    return CommandRun.on(SERVER).of(arguments);
  }
}
