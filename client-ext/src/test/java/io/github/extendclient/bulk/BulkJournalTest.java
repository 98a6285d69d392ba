package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.internal.journal.ChannelOpener;
import io.github.extendclient.internal.time.SystemTimeline;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkJournalTest {
  @TempDir private Path folder = Path.of("");

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
    return BulkJournal.open(
        folder.resolve("journal"),
        SystemTimeline.INSTANCE,
        "parse",
        false,
        false,
        ChannelOpener.DISK);
  }
}
