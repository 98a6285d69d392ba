package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.Poller;
import io.github.extendclient.documents.DocumentInfo;
import io.github.extendclient.documents.PdfPages;
import io.github.extendclient.documents.Proof;
import io.github.extendclient.documents.UploadCheck;
import io.github.extendclient.documents.UploadProblem;
import io.github.extendclient.extraction.ExtractionSchema;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.PageRange;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.SplitRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/proof.md. */
class ProofPageTest extends PageTest {
  private static final Path INVOICE = Path.of("documents", "invoice.pdf");

  @TempDir Path folder;

  record Fields(@Nullable String invoiceNumber, @Nullable String customer) {}

  @Test
  void drawsWhatWasRead() throws IOException {
    Poller poller = Poller.upTo(Duration.ofSeconds(30));
    FileFromId file = FileFromId.builder().id(extend.files().upload(INVOICE).getId()).build();
    ParseRun parseRun =
        extend
            .parseRuns()
            .createAndPoll(ParseRunCreateRequest.builder().file(file).build(), poller);
    ExtractRun extractRun =
        extend
            .extractRuns()
            .createAndPoll(
                ExtractRunCreateRequest.builder()
                    .file(file)
                    .config(ExtractionSchema.of(Fields.class).config().build())
                    .build(),
                poller);
    Path source = INVOICE;

    // region proof
    Proof proof =
        Proof.builder(source)
            .add(extractRun) // values with their citations
            .add(parseRun) // blocks, and how the API turned the pages
            .markedPagesOnly()
            .build();
    proof.writeHtml(folder.resolve("invoice.html"));
    proof.writePdf(folder.resolve("invoice-read.pdf"));
    // endregion

    assertThat(Files.readString(folder.resolve("invoice.html"))).contains("INV-2026-0417");
    assertThat(folder.resolve("invoice-read.pdf")).isNotEmptyFile();
  }

  @Test
  void looksBeforeTheUpload() throws IOException {
    Path document = INVOICE;

    // region facts
    DocumentInfo facts = DocumentInfo.of(document);
    out.println(facts.kind() + " of " + facts.pages() + " pages");

    List<UploadProblem> problems =
        UploadCheck.builder().maxBytes(50_000_000).maxPages(500).build().problems(document);
    problems.forEach(problem -> out.println(problem.reason() + ": " + problem.message()));
    // endregion

    assertThat(printed()).startsWith("PDF of ");
    assertThat(problems).isEmpty();
  }

  @Test
  void cutsPages() throws IOException {
    Path target = folder.resolve("first.pdf");
    Path source = INVOICE;

    // region cut
    PdfPages.cut(source, target, PageRange.builder().start(1).end(1).build());
    // endregion

    assertThat(DocumentInfo.of(target).pages()).isEqualTo(1);
  }

  // region split
  List<Path> split(Path source, SplitRun run) throws IOException {
    return PdfPages.split(source, run, folder.resolve("parts")); // 01-invoice-INV-1042.pdf, …
  }
  // endregion
}
