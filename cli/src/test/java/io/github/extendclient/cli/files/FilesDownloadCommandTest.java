package io.github.extendclient.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesDownloadCommandTest {
  private static final ExtendServer SERVER = ExtendServer.start();

  @TempDir private Path folder;
  private Path note = Path.of("");
  private String id = "";

  @BeforeEach
  void upload() throws IOException {
    note = Files.writeString(folder.resolve("note.txt"), "A note");
    id =
        run("files", "upload", note.toString())
            .out()
            .replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void writesEachFileWithItsName() {
    Path copies = folder.resolve("copies");

    CommandRun.End end = run("files", "download", id, "--out", copies.toString());

    assertThat(end).isEqualTo(new CommandRun.End(0, copies.resolve("note.txt") + "\n", ""));
    assertThat(copies.resolve("note.txt")).hasContent("A note");
  }

  @Test
  void printsTheSizeOnATerminal() {
    Path copies = folder.resolve("copies");

    assertThat(
            CommandRun.on(SERVER)
                .terminal(80)
                .of("files", "download", id, "--out", copies.toString())
                .out())
        .isEqualTo(copies.resolve("note.txt") + "  6 bytes\n");
  }

  @Test
  void replacesFilesOnlyWithTheOption() throws IOException {
    Files.writeString(note, "Changed here");

    CommandRun.End refused = run("files", "download", id, "--out", folder.toString());
    CommandRun.End replaced = run("files", "download", id, "--out", folder.toString(), "--replace");

    assertThat(refused)
        .isEqualTo(
            new CommandRun.End(
                5, "", note + " exists: add --replace, or name another folder with --out.\n"));
    assertThat(replaced.exitCode()).isZero();
    assertThat(note).hasContent("A note");
  }

  @Test
  void aFolderThatCannotBeCreatedEndsWithFive() {
    Path in = note.resolve("in");

    assertThat(run("files", "download", id, "--out", in.toString()))
        .isEqualTo(
            new CommandRun.End(
                5, "", "The folder " + in + " cannot be written: Not a directory.\n"));
  }

  @Test
  void anUnknownFileEndsWithFour() {
    CommandRun.End end = run("files", "download", "file_none", "--out", folder.toString());

    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.err()).startsWith("GET /files/{id} returned 404").hasLineCount(1);
  }

  private static CommandRun.End run(String... arguments) {
    return CommandRun.on(SERVER).of(arguments);
  }
}
