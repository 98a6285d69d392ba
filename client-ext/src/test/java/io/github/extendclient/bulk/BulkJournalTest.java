package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testsupport.CapturedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkJournalTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  @Test
  void theCreditsOfARunThatWasRetriedCountInTheNextProcess() throws IOException {
    Task task = new Task("scan", null);
    try (BulkJournal journal = open()) {
      journal.write(task, Step.RETRY, "pr_first 0.005");
      journal.write(task, Step.WRITTEN, "2");
    }

    try (BulkJournal journal = open()) {
      assertThat(journal.credits()).isEqualByComparingTo("2.005");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uploaded\t2026-11-28T10:00:00Z\t",
        "submitting\t2026-11-28T10:00:00Z\t",
        "submitted\t2026-11-28T10:00:00Z",
        "retry\t2026-11-28T10:00:00Z\tpr_1",
        "retry\t2026-11-28T10:00:00Z\tpr_1 a",
        "written\t2026-11-28T10:00:00Z",
        "written\t2026-11-28T10:00:00Z\t1e999999999",
        "written\t2026-11-28\t1"
      })
  void aDamagedLineCountsAsNotWritten(String line) throws IOException {
    try (BulkJournal journal = open()) {
      journal.write(new Task("before", null), Step.SUBMITTED, "pr_2");
    }
    Files.writeString(fixture.journal(), "scan\t" + line + "\n", StandardOpenOption.APPEND);
    try (CapturedLog log = new CapturedLog("io.github.extendclient.journals", Level.WARNING);
        BulkJournal journal = open()) {
      assertThat(journal.unfinished()).containsOnlyKeys("before");
      assertThat(journal.credits()).isZero();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .endsWith(
              " are damaged and were skipped: the steps that they tell of count as not done.");
    }
  }

  private BulkJournal open() throws IOException {
    return BulkJournal.open(fixture.journal(), fixture.parse().settings());
  }
}
