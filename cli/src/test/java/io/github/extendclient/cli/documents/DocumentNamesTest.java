package io.github.extendclient.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How documents are named in arguments, results and files. */
@Timeout(60)
class DocumentNamesTest {
  private final ExtendServer server = ExtendServer.start();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    server.close();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @ParameterizedTest
  @CsvSource({"markdown, .md", "json, .json", "table, .txt", "csv, .csv"})
  void eachDocumentHasAFileOfItsOwn(String format, String ending) throws IOException {
    write("in/\u00e4.txt", "Total: 1");
    write("in/\u00f6.txt", "Total: 2");
    write("in/a_1.txt", "Total: 3");
    write("in/a#1.txt", "Total: 4");

    CommandRun.End end =
        CommandRun.on(server).of("parse", at("in"), "--format", format, "--out", at("out"));

    assertThat(end.err()).startsWith("4 processed");
    assertThat(folder.resolve("out/\u00e4.txt" + ending)).exists();
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void documentsOfSeveralFoldersKeepTheNameOfTheFolder() throws IOException {
    write("in/june/a.txt", "June");
    write("in/july/a.txt", "July");

    CommandRun.on(server)
        .of("parse", at("in/june"), at("in/july"), "--format", "markdown", "--out", at("out"));

    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void urlsThatDifferInTheQueryAreTwoDocuments() {
    String url = server.url() + "/none?id=";

    CommandRun.End end = CommandRun.on(server).of("parse", url + 1, url + 2, "--no-wait");

    assertThat(end.out().lines()).hasSize(2);
    CommandRun.End both = CommandRun.on(server).of("parse", url + 1, url + 2);
    assertThat(both.err()).doesNotContain("skipped");
  }

  @Test
  void theDocumentItselfIsNotReplaced() throws IOException {
    Path file = write("a.txt", "Total: 1");

    CommandRun.End end =
        CommandRun.on(server).of("parse", file.toString(), "--out", file.toString());

    assertThat(end)
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "--out " + file + " would replace a file that is read: name another file.\n"));
    assertThat(file).hasContent("Total: 1");
  }

  @Test
  void aFileIsNotUsedAsTheFolderOfSeveralResults() throws IOException {
    write("in/a.txt", "Total: 1");
    Path file = write("b.txt", "mine");

    CommandRun.End end = CommandRun.on(server).of("parse", at("in"), "--out", file.toString());

    assertThat(end)
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "--out "
                    + file
                    + " is a file, and there can be several results: name a folder, or a file that"
                    + " ends with .jsonl.\n"));
  }

  @Test
  void anEmptyArgumentIsRefused() {
    assertThat(CommandRun.on(server).of("parse", ""))
        .isEqualTo(
            new CommandRun.End(
                2, "", "An argument is empty: check that the variables of the shell are set.\n"));
  }
}
