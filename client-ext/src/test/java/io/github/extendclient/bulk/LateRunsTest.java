package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

      assertThat(fixture.server.accepted(CREATE)).isEqualTo(2);
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
