package io.github.extendclient.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.cli.SamplePdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that send nothing. */
class LocalCommandsTest {
  @TempDir private Path folder;
  private Path pdf = Path.of("");

  @BeforeEach
  void write() throws IOException {
    pdf = SamplePdf.write(folder.resolve("three.pdf"), "One", "Two", "Three");
  }

  @Test
  void pagesPrintsJsonWithoutATerminal() throws IOException {
    assertThat(run("pages", pdf.toString()))
        .isEqualTo(
            new CommandRun.End(
                0,
                "{\"file\":\""
                    + pdf
                    + "\",\"kind\":\"pdf\",\"pages\":3,\"bytes\":"
                    + Files.size(pdf)
                    + ",\"problems\":[]}\n",
                ""));
  }

  @Test
  void pagesPrintsATableOnATerminal() throws IOException {
    CommandRun.End end = CommandRun.alone().terminal(200).of("pages", pdf.toString());

    assertThat(end.exitCode()).isZero();
    assertThat(end.err()).isEmpty();
    assertThat(end.out())
        .matches(
            "FILE +KIND +PAGES +BYTES +PROBLEM *\n\\Q"
                + pdf
                + "\\E +pdf +3 +"
                + "%,d".formatted(Files.size(pdf))
                + " +- *\n");
  }

  @Test
  void pagesEndsWithOneIfTheApiWouldRefuseAFile() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pdf"), "");

    CommandRun.End end = run("pages", pdf.toString(), empty.toString());

    assertThat(end.exitCode()).isEqualTo(1);
    assertThat(end.out()).hasLineCount(2);
    assertThat(end.out().lines().toList().get(1)).doesNotContain("\"problems\":[]");
  }

  @Test
  void cutWritesTheNamedPages() throws IOException {
    Path part = folder.resolve("part.pdf");

    CommandRun.End end = run("cut", pdf.toString(), "--pages", "1,3", "--out", part.toString());

    assertThat(end).isEqualTo(new CommandRun.End(0, "", "Wrote " + part + ".\n"));
    assertThat(run("pages", part.toString()).out()).contains("\"pages\":2,");
  }

  @Test
  void cutRefusesPagesThatTheDocumentDoesNotHave() {
    Path part = folder.resolve("part.pdf");

    CommandRun.End end = run("cut", pdf.toString(), "--pages", "2-4", "--out", part.toString());

    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.err()).contains("3").hasLineCount(1);
    assertThat(part).doesNotExist();
  }

  @Test
  void cutRefusesWhatIsNoRange() {
    assertThat(run("cut", pdf.toString(), "--pages", "two", "--out", "part.pdf"))
        .isEqualTo(
            new CommandRun.End(
                2, "", "--pages has \"two\": give page numbers such as 3 or 3-5.\n"));
  }

  @Test
  void aMissingFileEndsWithFive() {
    Path none = folder.resolve("none.pdf");

    for (CommandRun.End end :
        new CommandRun.End[] {
          run("pages", none.toString()),
          run("cut", none.toString(), "--pages", "1", "--out", "part.pdf")
        }) {
      assertThat(end)
          .isEqualTo(
              new CommandRun.End(
                  5,
                  "",
                  "The file " + none + " cannot be read: there is no such file or folder.\n"));
    }
  }

  private static CommandRun.End run(String... arguments) {
    return CommandRun.alone().of(arguments);
  }
}
