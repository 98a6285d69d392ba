package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.bulk.BulkDocument;
import io.github.extendclient.bulk.BulkDocuments;
import io.github.extendclient.bulk.BulkJob;
import io.github.extendclient.bulk.BulkReport;
import io.github.extendclient.bulk.BulkResults;
import io.github.extendclient.bulk.BulkStore;
import io.github.extendclient.extraction.ExtractionSchema;
import io.github.extendclient.webhook.WebhookDelivery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/bulk-processing.md. */
class BulkProcessingPageTest extends PageTest {
  // region record
  record Invoice(@Nullable String total) {}

  static final ExtractionSchema<Invoice> INVOICE = ExtractionSchema.of(Invoice.class);

  // endregion

  @TempDir private Path folder;
  private Path inbox;
  private Path journal;
  private Path results;

  @BeforeEach
  void fill() throws Exception {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    Files.writeString(inbox.resolve("a.txt"), "Total: 5");
    Files.writeString(inbox.resolve("b.txt"), "Total: 7");
    journal = folder.resolve("june.journal");
    results = folder.resolve("june.jsonl");
  }

  @Test
  void parsesAFolder() throws Exception {
    // region folder
    BulkReport report =
        extend
            .bulk()
            .parse()
            .journal(journal)
            .results(BulkResults.jsonLines(results))
            .run(BulkDocuments.under(inbox, "*.txt", "*.pdf"));
    out.println(report);
    // endregion

    assertThat(printed())
        .matches(
            "COMPLETED: processed 2, failed runs 0, reused 0, not processed 0, skipped 0, unfinished 0,"
                + " warnings 0, credits 0, in .*s\n");
    assertThat(Files.readAllLines(results)).hasSize(2);
  }

  @Test
  void extractsRecords() {
    List<String> totals = new ArrayList<>();
    // region typed
    extend
        .bulk()
        .extract(INVOICE)
        .journal(journal)
        .onResult(
            result -> {
              if (result.isProcessed()) {
                Invoice invoice = result.value().value();
                store(totals, result.key(), invoice);
              } else {
                out.println(result.key() + ": " + result.failureReason());
              }
            })
        .run(BulkDocuments.under(inbox));
    // endregion

    assertThat(totals).containsExactlyInAnyOrder("5", "7");
  }

  private static synchronized void store(List<String> totals, String key, Invoice invoice) {
    totals.add(invoice.total());
  }

  @Test
  void takesDocumentsFromAnywhere() throws Exception {
    Path scan = inbox.resolve("a.txt");
    // region sources
    BulkDocuments documents =
        BulkDocuments.of(
            BulkDocument.file(scan),
            BulkDocument.text("note-17", "Total: 9"),
            BulkDocument.stream("archive/b", "b.txt", () -> Files.newInputStream(scan)));
    // endregion

    BulkReport report =
        extend.bulk().parse().results(BulkResults.jsonFiles(folder.resolve("out"))).run(documents);
    assertThat(report.processed()).isEqualTo(3);
  }

  @Test
  void protects() {
    // region limits
    BulkReport report =
        extend
            .bulk()
            .parse()
            .concurrency(64)
            .uploads(8)
            .maxCredits(5000)
            .maxConsecutiveFailures(10)
            .retryFailedRuns(2, "OCR_ERROR", "INTERNAL_ERROR")
            .gracePeriod(Duration.ofSeconds(60))
            .reuse(BulkStore.folder(folder.resolve("kept")))
            .journal(journal)
            .results(BulkResults.markdownFiles(folder.resolve("text")))
            .onProgress(
                progress -> out.println(progress.total() + ", left " + progress.remaining()))
            .deleteRunsAndFiles()
            .stopOnShutdown()
            .run(BulkDocuments.under(inbox));
    // endregion

    assertThat(report.isSuccessful()).isTrue();
    assertThat(folder.resolve("text/a.txt.md")).exists();
    assertThat(server.acceptedCount("DELETE /files/{id}")).isEqualTo(2);
  }

  @Test
  void plans() {
    // region plan
    BulkReport plan = extend.bulk().parse().dryRun().run(BulkDocuments.under(inbox));
    out.println(plan);
    // endregion

    assertThat(printed()).isEqualTo("COMPLETED, dry run: would send 2, skipped 0\n");
  }

  @Test
  void listensToWebhooks() {
    List<Consumer<WebhookDelivery>> receivers = new ArrayList<>();
    // region webhooks
    BulkJob job =
        extend
            .bulk()
            .parse()
            .journal(journal)
            .results(BulkResults.jsonLines(results))
            .start(BulkDocuments.under(inbox));
    receivers.add(job::delivered); // each delivery that the verifier let through
    BulkReport report = job.report().join();
    // endregion

    assertThat(report.processed()).isEqualTo(2);
  }
}
