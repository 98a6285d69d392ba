package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.internal.journal.ChannelOpener;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.testsupport.Mortal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bulk processing does beside the plain way from documents to results. */
@Timeout(60)
class BulkBehaviourTest {
  private static final String CREATE = "POST /parse_runs";

  @TempDir private Path folder = Path.of("");
  private @Nullable BulkFixture started;

  @AfterEach
  void close() {
    if (started != null) {
      started.close();
    }
  }

  private BulkFixture fixture() {
    if (started == null) {
      started = new BulkFixture(folder);
    }
    return started;
  }

  private BulkReport run(Bulk<?> bulk, Iterable<BulkDocument> documents) {
    return fixture().inOrder(bulk, documents);
  }

  private static BulkDocument failing(String key) {
    return BulkDocument.stream(
        key, "FAIL_OCR_ERROR.txt", () -> Files.newInputStream(Path.of("pom.xml")));
  }

  @Test
  void creditsEndSubmitting() {
    BulkReport report = run(fixture().parse().maxCredits(6), BulkFixture.texts(20));

    assertThat(report.ending()).isEqualTo(BulkEnding.CREDIT_LIMIT);
    assertThat(report.credits()).isBetween(6.0, 14.0);
    assertThat(fixture().server.accepted(CREATE)).isEqualTo((int) report.processed()).isLessThan(8);
    int before = fixture().server.accepted(CREATE);
    assertThat(run(fixture().parse().maxCredits(6), BulkFixture.texts(20)).ending())
        .isEqualTo(BulkEnding.CREDIT_LIMIT);
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(before);
  }

  @Test
  void aDryRunSendsAndWritesNothing() {
    BulkReport report = run(fixture().parse().dryRun(), BulkFixture.texts(7));

    assertThat(report.counts().planned()).isEqualTo(7);
    assertThat(fixture().server.requests()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void failedRunsAreRetriedForTheChosenReasonsOnly() throws IOException {
    BulkReport report =
        run(fixture().parse().retryFailedRuns(2, "OCR_ERROR"), List.of(failing("scan")));

    assertThat(report.failedRuns()).isEqualTo(1);
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(3);
    assertThat(fixture().keys()).containsExactly("scan");

    run(
        fixture()
            .parse()
            .journal(folder.resolve("other"))
            .results(BulkResults.jsonLines(folder.resolve("other.jsonl")))
            .retryFailedRuns(2, "CORRUPT_FILE"),
        List.of(failing("scan")));
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(4);
  }

  @Test
  void theSameContentIsReused() throws IOException {
    BulkStore store = BulkStore.folder(folder.resolve("store"));
    run(fixture().parse().reuse(store), BulkFixture.texts(3));

    BulkReport report =
        run(
            fixture()
                .parse()
                .journal(folder.resolve("other"))
                .results(BulkResults.jsonLines(folder.resolve("other.jsonl")))
                .reuse(store),
            BulkFixture.texts(4));

    assertThat(report.counts().reused()).isEqualTo(3);
    assertThat(report.processed()).isEqualTo(1);
    assertThat(report.credits()).isEqualTo(2);
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(4);
    assertThat(Files.readAllLines(folder.resolve("other.jsonl"))).hasSize(4);
  }

  @Test
  void aChangedDocumentIsANewOne() throws IOException {
    run(fixture().parse(), List.of(BulkDocument.text("a", "Total: 1")));
    BulkReport report = run(fixture().parse(), List.of(BulkDocument.text("a", "Total: 2")));

    assertThat(report.processed()).isEqualTo(1);
    assertThat(fixture().keys()).containsExactly("a", "a");
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(2);
  }

  @Test
  void aDocumentThatChangedWhileItsRunWasUnderWayHasTheResultsOfBoth() throws IOException {
    Bulk<?> dying = fixture().parse().timeline(new Mortal(fixture().timeline, 5));
    assertThatThrownBy(() -> run(dying, List.of(BulkDocument.text("a", "Total: 1"))))
        .isInstanceOf(Mortal.Killed.class);

    BulkReport report = run(fixture().parse(), List.of(BulkDocument.text("a", "Total: 2")));

    assertThat(report.processed()).isEqualTo(2);
    assertThat(fixture().keys()).containsExactlyInAnyOrder("a", "a");
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(2);
  }

  @Test
  void runsThatTheListShowsTooLateAreReported() {
    started = BulkFixture.withoutRetries(folder, Duration.ofSeconds(20));
    fixture().server.faults().next(CREATE, Fault.dropAt(Stage.RESPONSE_START));

    BulkReport report =
        run(
            fixture().parse().gracePeriod(Duration.ofSeconds(5)),
            List.of(BulkDocument.text("a", "Total: 1")));

    assertThat(fixture().server.accepted(CREATE)).isEqualTo(2);
    assertThat(report.isClean()).isFalse();
    assertThat(report.processed()).isEqualTo(1);
    assertThat(report.warnings())
        .extracting(BulkIssue::reason)
        .anyMatch(
            text ->
                text.equals(
                    "No run was found for 5 s after a create without a response, so it was sent"
                        + " again. If the server shows a run later than that, the document has"
                        + " two: set a longer grace period."));
  }

  @ParameterizedTest
  @MethodSource("documentsWithOneRunEach")
  void bothRunsOfADocumentThatWasSentAgainAreNamed(BulkDocument document) throws IOException {
    started =
        BulkFixture.withoutRetries(
            folder,
            server ->
                server
                    .visibilityDelay(Duration.ofSeconds(20))
                    .processingTime(Duration.ofSeconds(30)));
    fixture().server.faults().next(CREATE, Fault.dropAt(Stage.RESPONSE_START));

    BulkReport report =
        run(fixture().parse().gracePeriod(Duration.ofSeconds(5)), List.of(document));

    List<String> runs = fixture().runs();
    assertThat(runs).hasSize(2);
    assertThat(report.warnings())
        .extracting(BulkIssue::reason)
        .last()
        .isEqualTo(
            "It has two runs, "
                + runs.get(0)
                + " and "
                + runs.get(1)
                + ", as the first was not in the list for longer than the grace period. The result"
                + " is that of the second.");
    assertThat(fixture().keys()).hasSize(1);
  }

  static List<BulkDocument> documentsWithOneRunEach() {
    return List.of(
        BulkDocument.text("a", "Total: 1"),
        BulkDocument.url("https://files.example/a.pdf?signature=secret"));
  }

  @Test
  void aUrlOfADocumentThatIsListedTwiceIsSentOnce() throws IOException {
    BulkDocument document = BulkDocument.url("https://files.example/a.pdf?signature=one");
    BulkDocument again = BulkDocument.url("https://files.example/a.pdf?signature=two");

    BulkReport report = run(fixture().parse(), List.of(document, again));

    assertThat(report.skipped()).isEqualTo(1);
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(1);
    assertThat(fixture().keys()).containsExactly("https://files.example/a.pdf");
  }

  @Test
  void aUrlWithTwoKeysIsTwoDocuments() {
    String url = "https://files.example/a.pdf";

    run(
        fixture().parse(),
        List.of(BulkDocument.url("a of June", url), BulkDocument.url("a of July", url)));

    assertThat(fixture().server.accepted(CREATE)).isEqualTo(2);
  }

  @Test
  void twoProcessesDoNotShareAJournal() {
    List<Throwable> refusals = new ArrayList<>();
    Bulk<?> first =
        fixture()
            .parse()
            .onResult(
                result -> {
                  try {
                    run(fixture().parse(), BulkFixture.texts(1));
                  } catch (IllegalStateException e) {
                    refusals.add(e);
                  }
                });

    run(first, BulkFixture.texts(1));

    assertThat(refusals)
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "The journal "
                + fixture().journal()
                + " is in use by another bulk processing: wait until that has ended, or name"
                + " another file.");
  }

  @Test
  void aJournalOfOtherSettingsIsRefused() {
    run(fixture().parse(), BulkFixture.texts(1));

    assertThatThrownBy(() -> run(fixture().parse().property("priority", 7), BulkFixture.texts(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The journal "
                + fixture().journal()
                + " was written with other settings or another kind of run: its documents would"
                + " count as processed. Name another journal, or go back to those settings.");
  }

  @Test
  void aTornLineOfTheResultsIsCutWhereverItWasTorn() throws IOException {
    run(fixture().parse(), BulkFixture.texts(2));
    byte[] whole = Files.readAllBytes(fixture().results());
    int end = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
    for (int length = end; length < whole.length; length += 37) {
      Files.write(fixture().results(), Arrays.copyOf(whole, length));
      try (ResultSink sink = BulkResults.jsonLines(fixture().results()).open(ChannelOpener.DISK)) {
        assertThat(sink).isNotNull();
      }
      assertThat(Files.size(fixture().results())).isEqualTo(end);
    }
  }

  @Test
  void aFileThatIsNoneOfResultsIsLeftAlone() throws IOException {
    Files.writeString(fixture().results(), "important\n");

    assertThatThrownBy(() -> run(fixture().parse(), BulkFixture.texts(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The file "
                + fixture().results()
                + " has a line that is no result of bulk processing. It was not changed. Name a"
                + " file of results, or one that does not exist yet.");
    assertThat(fixture().results()).hasContent("important\n");
  }

  @Test
  void aRefusedKeyEndsItAtOnce() {
    try (ExtendClient stranger =
        ExtendClient.builder()
            .apiKey("sk_wrong")
            .baseUrl(fixture().server.url().toString())
            .build()) {
      BulkReport report = run(fixture().set(stranger.bulk().parse()), BulkFixture.texts(20));

      assertThat(report.ending()).isEqualTo(BulkEnding.KEY_REFUSED);
      assertThat(fixture().server.requests()).hasSizeLessThan(6);
    }
    assertThat(run(fixture().parse(), BulkFixture.texts(20)).processed()).isEqualTo(20);
  }

  @Test
  void anOutageEndsIt() {
    fixture().server.faults().rate("POST /files/upload", 1, Fault.status(500));

    BulkReport report = run(fixture().parse().maxFailuresInARow(3), BulkFixture.texts(50));

    assertThat(report.ending()).isEqualTo(BulkEnding.TOO_MANY_FAILURES);
    assertThat(fixture().server.accepted(CREATE)).isZero();
  }

  @Test
  void filesAreFoundByTheirNamesAndWrittenOneByOne() throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox/june")).getParent();
    Files.writeString(inbox.resolve("a.txt"), "Total: 1");
    Files.writeString(inbox.resolve("june/b.txt"), "Total: 2");
    Files.writeString(inbox.resolve("c.log"), "no");

    BulkReport report =
        run(
            fixture().parse().results(BulkResults.markdownFiles(folder.resolve("out"))),
            Documents.under(inbox, "*.txt"));

    assertThat(report.processed()).isEqualTo(2);
    assertThat(folder.resolve("out/a.txt.md")).hasContent("Total: 1");
    assertThat(folder.resolve("out/june/b.txt.md")).hasContent("Total: 2");
  }

  @Test
  void typedResultsHaveTheirRecord() {
    List<String> totals = new ArrayList<>();
    BulkReport report =
        run(
            fixture()
                .set(fixture().extend.bulk().extract(BulkFixture.INVOICE))
                .onResult(result -> totals.add(result.value().value().total())),
            BulkFixture.texts(3));

    assertThat(report.processed()).isEqualTo(3);
    assertThat(totals).containsExactlyInAnyOrder("0", "1", "2");
  }

  @Test
  void whatTheCallbackThrowsIsThrownAndTheResultComesAgain() throws IOException {
    Bulk<?> failing =
        fixture()
            .parse()
            .onResult(
                result -> {
                  throw new IllegalStateException("mine");
                });
    assertThatThrownBy(() -> run(failing, BulkFixture.texts(3))).hasMessage("mine");

    assertThat(run(fixture().parse(), BulkFixture.texts(3)).processed()).isEqualTo(3);
    assertThat(fixture().keys()).hasSize(3);
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(3);
  }

  @Test
  void interruptionEndsItInOrder() throws Exception {
    Thread main = Thread.currentThread();
    Bulk<?> bulk = fixture().parse().onResult(result -> main.interrupt());

    BulkReport report = bulk.run(BulkFixture.texts(100));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(BulkEnding.STOPPED);
    assertThat(run(fixture().parse(), BulkFixture.texts(100)).ending())
        .isEqualTo(BulkEnding.COMPLETED);
    assertThat(fixture().server.accepted(CREATE)).isEqualTo(100);
    assertThat(fixture().keys()).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void aJobStopsAndTellsItsProgress() throws IOException {
    ConcurrentLinkedQueue<BulkProgress> progress = new ConcurrentLinkedQueue<>();
    BulkJob job = fixture().parse().onProgress(progress::add).start(BulkFixture.texts(10));

    BulkReport report = job.report().join();

    assertThat(report.processed()).isEqualTo(10);
    assertThat(progress).last().extracting(BulkProgress::processed).isEqualTo(10L);
    job.close();
  }

  @Test
  void aRunThatAWebhookSaysHasEndedIsReadAtOnce() {
    Watch watch = new Watch(fixture().parse().settings().client(), fixture().timeline);
    Task task = new Task("a", null);
    task.runId = "pr_1";

    assertThat(watch.ended("pr_2")).isNull();
    assertThat(watch.add(task)).isTrue();
    assertThat(watch.ended("pr_1")).isSameAs(task);
    assertThat(watch.size()).isZero();
    task.runId = "pr_2";
    assertThat(watch.add(task)).as("its delivery came before").isFalse();
  }

  @Test
  void aHundredThousandDocumentsWithDuplicateKeysAreEachProcessedOnce() throws IOException {
    Stream<BulkDocument> documents =
        IntStream.range(0, 100_000).mapToObj(i -> BulkDocument.text("doc-" + i % 50, "Total: 1"));

    BulkReport report = run(fixture().parse(), documents::iterator);

    assertThat(report.processed()).isEqualTo(50);
    assertThat(report.skipped()).isEqualTo(99_950);
    assertThat(fixture().keys()).hasSize(50).doesNotHaveDuplicates();
  }
}
