package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

  private BulkJournal open() throws IOException {
    return BulkJournal.open(fixture.journal(), fixture.parse().settings());
  }
}
