package io.github.extendclient.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.cli.CommandRun;
import io.github.extendclient.cli.SamplePdf;
import io.github.extendclient.testing.ExtendServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need a run and its document. */
class RunOfDocumentTest {
  private static final ExtendServer SERVER = ExtendServer.start();

  @TempDir private Path folder;
  private Path pdf = Path.of("");

  @BeforeEach
  void write() throws IOException {
    pdf = SamplePdf.write(folder.resolve("scan.pdf"), "Invoice 7", "Contract 8");
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @Test
  void proofOfAFileParsesIt() {
    Path proof = folder.resolve("proof.html");

    CommandRun.End end = run("proof", pdf.toString(), "--out", proof.toString());

    assertThat(end).isEqualTo(new CommandRun.End(0, "", "Wrote " + proof + ".\n"));
    assertThat(proof).content().contains("Invoice 7");
  }

  @Test
  void proofOfARunDownloadsItsDocument() {
    Path proof = folder.resolve("proof.pdf");

    CommandRun.End end = run("proof", parsed(), "--out", proof.toString());

    assertThat(end).isEqualTo(new CommandRun.End(0, "", "Wrote " + proof + ".\n"));
    assertThat(proof).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
  }

  @Test
  void proofUsesALocalDocument() {
    Path proof = folder.resolve("proof.html");
    String id = parsed();
    int before = SERVER.count("GET /files/{id}");

    CommandRun.End end = run("proof", id, "--source", pdf.toString(), "--out", proof.toString());

    assertThat(end.exitCode()).as(end.err()).isZero();
    assertThat(SERVER.count("GET /files/{id}")).isEqualTo(before);
  }

  @Test
  void proofRefusesWhatIsNeitherFileNorRun() {
    assertThat(run("proof", "edr_1"))
        .isEqualTo(
            new CommandRun.End(
                2,
                "",
                "\"edr_1\" is neither a file nor the ID of a parse, extract, classify, split or"
                    + " form detection run.\n"));
  }

  @Test
  void splitPdfWritesAFileForEachPart() throws IOException {
    Path parts = folder.resolve("parts");
    Path config =
        Files.writeString(
            folder.resolve("parts.yaml"),
            "splitClassifications:\n"
                + "  - {id: invoice, type: invoice, description: An invoice}\n"
                + "  - {id: contract, type: contract, description: A contract}\n"
                + "  - {id: other, type: other, description: Anything else}\n");
    String run = id(run("split", pdf.toString(), "--config", config.toString()));

    int before = SERVER.count("GET /files/{id}");

    CommandRun.End downloaded = run("split-pdf", run, "--out", parts.toString());
    int after = SERVER.count("GET /files/{id}");
    CommandRun.End end =
        run("split-pdf", run, "--source", pdf.toString(), "--out", parts.toString());

    assertThat(after).isEqualTo(before + 1);
    assertThat(SERVER.count("GET /files/{id}")).isEqualTo(after);
    assertThat(end.exitCode()).as(end.err()).isZero();
    assertThat(end.err()).isEmpty();
    assertThat(end).isEqualTo(downloaded);
    assertThat(end.out().lines().map(Path::of).toList())
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part).hasParent(parts).isNotEmptyFile());
  }

  @Test
  void splitPdfReportsAnUnknownRun() {
    CommandRun.End end = run("split-pdf", "splr_none", "--out", folder.resolve("p").toString());

    assertThat(end.exitCode()).isEqualTo(4);
    assertThat(end.err()).startsWith("GET /split_runs/{id} returned 404").hasLineCount(1);
  }

  private String parsed() {
    return id(run("parse", pdf.toString()));
  }

  private static String id(CommandRun.End end) {
    return end.out().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private static CommandRun.End run(String... arguments) {
    return CommandRun.on(SERVER).of(arguments);
  }
}
