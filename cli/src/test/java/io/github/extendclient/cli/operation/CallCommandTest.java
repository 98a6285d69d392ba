package io.github.extendclient.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCommandTest {
  private static final ExtendServer SERVER = ExtendServer.start();

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void uploadsAndCreatesAndReads() throws IOException {
    String file = upload("invoice.txt");

    CommandRun.End created =
        CommandRun.on(SERVER)
            .of(
                "call",
                "parseRuns_create",
                "file:={\"id\":\"" + file + "\"}",
                "metadata:={\"n\":1}");
    String run = created.out().replaceAll("(?s).*\"id\":\"(pr_\\w+)\".*", "$1");
    CommandRun.End read = CommandRun.on(SERVER).of("call", "parseRuns_retrieve", "id=" + run);

    assertThat(created.exitCode()).isZero();
    assertThat(created.out()).contains("\"metadata\":{\"n\":1}").hasLineCount(1);
    assertThat(read.out()).contains("\"id\":\"" + run + "\"");
    assertThat(read.err()).isEmpty();
  }

  @Test
  void takesTheBodyAsYaml() throws IOException {
    Path body =
        Files.writeString(
            folder.resolve("body.yaml"),
            "file:\n  id: " + upload("a.txt") + "\nmetadata: {a: no}\n");

    CommandRun.End end =
        CommandRun.on(SERVER).of("call", "parseRuns_create", "--body", body.toString());

    assertThat(end.exitCode()).isZero();
    assertThat(end.out()).contains("\"metadata\":{\"a\":\"no\"}");
  }

  @Test
  void takesTheBodyFromStandardInput() throws IOException {
    CommandRun.End end =
        CommandRun.on(SERVER)
            .input("{\"file\":{\"id\":\"" + upload("b.txt") + "\"}}")
            .of("call", "parseRuns_create", "--body", "-");

    assertThat(end.exitCode()).isZero();
  }

  @Test
  void printsEachItemOfAllPages() throws IOException {
    for (int i = 0; i < 3; i++) {
      upload("listed-" + i + ".txt");
    }

    CommandRun.End end =
        CommandRun.on(SERVER)
            .of("call", "files_list", "nameContains=listed-", "maxPageSize=1", "--all-pages");

    assertThat(end.out()).hasLineCount(3);
    assertThat(end.out().lines()).allMatch(line -> line.startsWith("{\"object\":\"file\""));
  }

  @Test
  void callsThePreviousVersion() {
    assertThat(CommandRun.on(SERVER).of("call", "parserRuns_retrieve", "id=parser_run_1").err())
        .startsWith("GET /parser_runs/{id} returned 404");
  }

  @Test
  void laysJsonOutOnATerminal() {
    CommandRun.End end =
        CommandRun.on(SERVER).terminal(80).of("call", "files_list", "nameContains=nothing");

    assertThat(end.out())
        .isEqualTo("{\n  \"object\": \"list\",\n  \"data\": [],\n  \"nextPageToken\": null\n}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          call | 2 | The operation is missing: extend operations lists them, such as parseRuns_list.
          call parseRuns_get | 2 | There is no operation "parseRuns_get": similar are parseRuns_cancel, parseRuns_create, parseRuns_createBatch, parseRuns_delete, parseRuns_list, parseRuns_parse; extend operations lists them all.
          call parseRuns_list size | 2 | "size" is not a parameter: give name=value, such as maxPageSize=100.
          call parseRuns_list size=3 | 2 | GET /parse_runs has no parameter "size": it takes batchId, fileNameContains, maxPageSize, nextPageToken, source, sourceId, status.
          call parseRuns_list maxPageSize=x | 2 | maxPageSize is "x": give a whole number.
          call parseRuns_create file:={x | 2 | file:= takes JSON, and "{x" is not: write file= for text.
          call parseRuns_retrieve | 2 | GET /parse_runs/{id} needs id: give it.
          call files_upload file=none.pdf | 2 | No file at none.pdf: give the path of an existing file.
          call parseRuns_retrieve id=pr_1 --all-pages | 2 | GET /parse_runs/{id} is no listing of pages: call it without asking for all of them.
          call parseRuns_create --body none.json | 5 | The file none.json cannot be read: there is no such file or folder.
          """)
  void refuses(String command, int exitCode, String message) {
    assertThat(CommandRun.on(SERVER).of(command.split(" ")))
        .isEqualTo(new CommandRun.End(exitCode, "", message + "\n"));
  }

  @Test
  void saysWhatTheServerRefused() {
    CommandRun.End end =
        CommandRun.on(SERVER)
            .environment("EXTEND_API_KEY", "sk_wrong")
            .of("call", "files_list", "--verbose");

    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.err())
        .startsWith("GET /files returned 401")
        .contains("\tat io.github.extendclient.")
        .doesNotContain("sk_wrong");
  }

  private String upload(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), name);
    return CommandRun.on(SERVER)
        .of("call", "files_upload", "file=" + file)
        .out()
        .replaceAll("(?s).*\"id\":\"(file_\\w+)\".*", "$1");
  }
}
