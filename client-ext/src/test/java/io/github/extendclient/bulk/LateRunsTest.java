package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that lists show too late. */
@Timeout(60)
class LateRunsTest {
  @TempDir private Path folder = Path.of("");

  private static final String CREATE = "POST /parse_runs";

  @Test
  void aSecondCreateIsReported() {
    try (BulkFixture fixture = BulkFixture.withoutRetries(folder, Duration.ofSeconds(20))) {
      fixture.server.faults().next(CREATE, Fault.dropAt(Stage.RESPONSE_START));

      BulkReport report =
          fixture.inOrder(
              fixture.parse().gracePeriod(Duration.ofSeconds(5)),
              List.of(BulkDocument.text("a", "Total: 1")));

      assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(2);
      assertThat(report.isSuccessful()).isFalse();
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
  }

  /** The system's clock is set while a create has no response. */
  @ParameterizedTest
  @ValueSource(ints = {-3600, 3600})
  void aClockThatIsSetMeanwhileChangesNothing(int seconds) {
    try (BulkFixture fixture = BulkFixture.withoutRetries(folder, Duration.ofSeconds(20))) {
      fixture.server.faults().next(CREATE, Fault.dropAt(Stage.RESPONSE_START));
      Instant start = fixture.clock.instant();

      BulkReport report =
          fixture.inOrder(
              fixture
                  .parse()
                  .onProgress(
                      progress -> fixture.timeline.setClockWrongBy(Duration.ofSeconds(seconds))),
              List.of(BulkDocument.text("a", "Total: 1")));

      assertThat(report.isSuccessful()).isTrue();
      assertThat(fixture.server.acceptedCount(CREATE)).isEqualTo(1);
      assertThat(Duration.between(start, fixture.clock.instant()))
          .isLessThan(Duration.ofMinutes(2));
    }
  }

  /** A killed process wrote the intention with a clock that was ahead. */
  @Test
  void anIntentionInTheFutureIsSearchedForOneGracePeriod() throws IOException {
    try (BulkFixture fixture = BulkFixture.withoutRetries(folder, Duration.ZERO)) {
      fixture.timeline.setClockWrongBy(Duration.ofDays(2));
      fixture.server.faults().next(CREATE, Fault.dropAt(Stage.REQUEST_START));
      Bulk<?> killed =
          fixture
              .parse()
              .onProgress(
                  progress -> {
                    if (!fixture.files().isEmpty()) {
                      throw new IllegalStateException("killed");
                    }
                  });
      List<BulkDocument> documents = List.of(BulkDocument.text("a", "Total: 1"));
      assertThatThrownBy(() -> fixture.inOrder(killed, documents)).hasMessage("killed");
      fixture.timeline.setClockWrongBy(Duration.ZERO);
      Instant start = fixture.clock.instant();

      BulkReport report = fixture.inOrder(fixture.parse(), documents);

      assertThat(report.processed()).isEqualTo(1);
      assertThat(Duration.between(start, fixture.clock.instant()))
          .isLessThan(Duration.ofMinutes(2));
    }
  }

  /** The list of workflow runs has no metadata: the tag is read from the run. */
  @ParameterizedTest
  @ValueSource(ints = {-3600, 0, 3600})
  void theRunOfAnUploadedFileIsFoundWhateverTheClock(int seconds) throws IOException {
    try (BulkFixture fixture = BulkFixture.withoutRetries(folder, Duration.ZERO)) {
      fixture.timeline.setClockWrongBy(Duration.ofSeconds(seconds));
      String file = fixture.extend.files().upload(Upload.of("a.txt", new byte[] {'a'})).getId();
      fixture.server.faults().next("POST /workflow_runs", Fault.dropAt(Stage.RESPONSE_START));

      BulkReport report =
          fixture.inOrder(
              fixture.set(BulkFixture.Kind.WORKFLOW.bulk.apply(fixture)),
              List.of(BulkDocument.id(file)));

      assertThat(report.processed()).isEqualTo(1);
      assertThat(fixture.server.acceptedCount("POST /workflow_runs")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("documentsWithOneRunEach")
  void bothRunsOfADocumentThatWasSentTwiceAreNamed(BulkDocument document) throws IOException {
    try (BulkFixture fixture =
        BulkFixture.withoutRetries(
            folder,
            server ->
                server
                    .visibilityDelay(Duration.ofSeconds(20))
                    .processingTime(Duration.ofSeconds(30)))) {
      fixture.server.faults().next(CREATE, Fault.dropAt(Stage.RESPONSE_START));

      BulkReport report =
          fixture.inOrder(fixture.parse().gracePeriod(Duration.ofSeconds(5)), List.of(document));

      List<String> runs = fixture.runs();
      assertThat(runs).hasSize(2);
      assertThat(report.warnings())
          .extracting(BulkIssue::reason)
          .last()
          .isEqualTo(
              "It has two runs, "
                  + runs.get(0)
                  + " and "
                  + runs.get(1)
                  + ", because the first appeared in the list only after"
                  + " the grace period. The result is that of the second.");
      assertThat(fixture.keys()).hasSize(1);
    }
  }

  static List<BulkDocument> documentsWithOneRunEach() {
    return List.of(
        BulkDocument.text("a", "Total: 1"),
        BulkDocument.url("https://files.example/a.pdf?signature=secret"));
  }
}
