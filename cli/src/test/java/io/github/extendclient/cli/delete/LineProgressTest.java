package io.github.extendclient.cli.delete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.deletion.DeletionProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineProgressTest {
  private final StringWriter out = new StringWriter();

  @Test
  void printsALineAtOnceAndThenEveryTenSeconds() {
    LineProgress progress = new LineProgress(new PrintWriter(out), 5000);

    progress.show(at(Duration.ofMillis(30), 8, 0));
    progress.show(at(Duration.ofSeconds(9), 400, 0));
    progress.show(at(Duration.ofSeconds(11), 500, 0));
    progress.show(at(Duration.ofSeconds(15), 700, 0));
    progress.show(at(Duration.ofSeconds(21), 1050, 3));

    assertThat(out)
        .hasToString(
            """
            8 of 5,000 IDs (0 %): 8 deleted
            500 of 5,000 IDs (10 %), 45.5/s, 1 min 39 s left: 500 deleted
            1,053 of 5,000 IDs (21 %), 50.1/s, 1 min 18 s left: 1,050 deleted, 3 failed
            """);
  }

  @Test
  void printsNoPercentageIfTheTotalIsUnknown() {
    new LineProgress(new PrintWriter(out), -1).show(at(Duration.ofSeconds(10), 1200, 0));

    assertThat(out).hasToString("1,200 IDs so far, 120.0/s: 1,200 deleted\n");
  }

  @Test
  void skippedIdsDoNotCountForTheRate() {
    new LineProgress(new PrintWriter(out), 4000)
        .show(new DeletionProgress(100, 0, 0, 0, 3000, 0, Duration.ofSeconds(10)));

    assertThat(out)
        .hasToString(
            "3,100 of 4,000 IDs (77 %), 10.0/s, 1 min 30 s left: 100 deleted, 3,000 skipped\n");
  }

  @Test
  void printsHours() {
    new LineProgress(new PrintWriter(out), 1_000_000).show(at(Duration.ofSeconds(100), 1000, 0));

    assertThat(out)
        .hasToString("1,000 of 1,000,000 IDs (0 %), 10.0/s, 27 h 45 min left: 1,000 deleted\n");
  }

  private static DeletionProgress at(Duration elapsed, long deleted, long failed) {
    return new DeletionProgress(deleted, 0, 0, failed, 0, 0, elapsed);
  }
}
