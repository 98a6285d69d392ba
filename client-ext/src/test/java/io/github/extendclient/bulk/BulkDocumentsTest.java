package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.testsupport.Mortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which documents are processed, processed again, or skipped. */
@Timeout(60)
class BulkDocumentsTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  private static final String CREATE = "POST /parse_runs";

  private static BulkDocument failing(String key) {
    return BulkDocument.stream(
        key, "FAIL_OCR_ERROR.txt", () -> Files.newInputStream(Path.of("pom.xml")));
  }

  @Test
  void aDryRunSendsAndWritesNothing() {
    BulkReport report = fixture.inOrder(fixture.parse().dryRun(), BulkFixture.texts(7));

    assertThat(report.counts().planned()).isEqualTo(7);
    assertThat(fixture.server.requests()).isEmpty();
    assertThat(fixture.folder()).isEmptyDirectory();
  }

  @Test
  void failedRunsAreRetriedForTheChosenReasonsOnly() throws IOException {
    BulkReport report =
        fixture.inOrder(fixture.parse().retryFailedRuns(2, "OCR_ERROR"), List.of(failing("scan")));

    assertThat(report.failedRuns()).isEqualTo(1);
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(3);
    assertThat(fixture.keys()).containsExactly("scan");

    fixture.inOrder(
        fixture
            .parse()
            .journal(fixture.folder().resolve("other"))
            .results(BulkResults.jsonLines(fixture.folder().resolve("other.jsonl")))
            .retryFailedRuns(2, "CORRUPT_FILE"),
        List.of(failing("scan")));
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(4);
  }

  @Test
  void aStoredResultThatIsNotJsonIsNamed() throws IOException {
    Path folder = fixture.folder().resolve("store");
    Bulk<?> bulk = fixture.parse().reuse(BulkStore.folder(folder));
    fixture.inOrder(bulk, BulkFixture.texts(1));
    Path stored;
    try (Stream<Path> files = Files.walk(folder)) {
      stored = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.writeString(stored, "{\"id\":");
    Path another = fixture.folder().resolve("another.journal");

    assertThatThrownBy(() -> fixture.inOrder(bulk.journal(another), BulkFixture.texts(1)))
        .hasMessage(
            "The stored result "
                + stored
                + " is not JSON: delete it, and its document is processed again.");
    assertThat(fixture.server.acceptedCount("POST /parse_runs")).isEqualTo(1);
  }

  @Test
  void theResultOfTheSameContentIsReused() throws IOException {
    BulkStore store = BulkStore.folder(fixture.folder().resolve("store"));
    fixture.inOrder(fixture.parse().reuse(store), BulkFixture.texts(3));

    BulkReport report =
        fixture.inOrder(
            fixture
                .parse()
                .journal(fixture.folder().resolve("other"))
                .results(BulkResults.jsonLines(fixture.folder().resolve("other.jsonl")))
                .reuse(store),
            BulkFixture.texts(4));

    assertThat(report.counts().reused()).isEqualTo(3);
    assertThat(report.processed()).isEqualTo(1);
    assertThat(report.credits()).isEqualByComparingTo("2");
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(4);
    assertThat(Files.readAllLines(fixture.folder().resolve("other.jsonl"))).hasSize(4);
  }

  @Test
  void aChangedDocumentIsProcessedAgain() throws IOException {
    fixture.inOrder(fixture.parse(), List.of(BulkDocument.text("a", "Total: 1")));
    BulkReport report =
        fixture.inOrder(fixture.parse(), List.of(BulkDocument.text("a", "Total: 2")));

    assertThat(report.processed()).isEqualTo(1);
    assertThat(fixture.keys()).containsExactly("a", "a");
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(2);
  }

  @Test
  void aDocumentThatChangedDuringItsRunHasTwoResults() throws IOException {
    Bulk<?> dying = fixture.parse().timeline(new Mortal(fixture.timeline, 5));
    assertThatThrownBy(() -> fixture.inOrder(dying, List.of(BulkDocument.text("a", "Total: 1"))))
        .isInstanceOf(Mortal.Killed.class);

    BulkReport report =
        fixture.inOrder(fixture.parse(), List.of(BulkDocument.text("a", "Total: 2")));

    assertThat(report.processed()).isEqualTo(2);
    assertThat(fixture.keys()).containsExactlyInAnyOrder("a", "a");
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(2);
  }

  @Test
  void aUrlThatIsListedTwiceIsSentOnce() throws IOException {
    BulkDocument document = BulkDocument.url("https://files.example/a.pdf?signature=one");
    BulkDocument again = BulkDocument.url("https://files.example/a.pdf?signature=two");

    BulkReport report = fixture.inOrder(fixture.parse(), List.of(document, again));

    assertThat(report.skipped()).isEqualTo(1);
    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(1);
    assertThat(fixture.keys()).containsExactly("https://files.example/a.pdf");
  }

  @Test
  void aUrlWithTwoKeysIsTwoDocuments() {
    String url = "https://files.example/a.pdf";

    fixture.inOrder(
        fixture.parse(),
        List.of(BulkDocument.url("a of June", url), BulkDocument.url("a of July", url)));

    assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(2);
  }

  @Test
  void documentsWithTheSameKeyAreProcessedOnce() throws IOException {
    Stream<BulkDocument> documents =
        IntStream.range(0, 100_000).mapToObj(i -> BulkDocument.text("doc-" + i % 50, "Total: 1"));

    BulkReport report = fixture.inOrder(fixture.parse(), documents::iterator);

    assertThat(report.processed()).isEqualTo(50);
    assertThat(report.skipped()).isEqualTo(99_950);
    assertThat(fixture.keys()).hasSize(50).doesNotHaveDuplicates();
  }
}
