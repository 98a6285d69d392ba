package io.github.extendclient.deletion;

import io.github.extendclient.internal.journal.JournalFile;
import io.github.extendclient.internal.journal.JournalFormat;
import io.github.extendclient.internal.journal.JournalLine;
import io.github.extendclient.internal.time.Timeline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The file that records the result for each ID, locked against a second job while open. */
final class DeletionJournal implements Closeable {
  private static final JournalFormat FORMAT =
      new JournalFormat(
          "extend-deletion-journal 1",
          "journal of deletions",
          "job",
          "their IDs count as not yet deleted");

  private final Timeline timeline;
  private final JournalFile file;

  private DeletionJournal(Timeline timeline, JournalFile file) {
    this.timeline = timeline;
    this.file = file;
  }

  /** Receives the IDs that need no further request. */
  @FunctionalInterface
  interface IdSink {
    void accept(String id) throws IOException;
  }

  /**
   * Reads a journal without changing or locking it.
   *
   * @param done receives the IDs that were deleted or gone; none if the file does not exist
   */
  static void read(Path path, IdSink done) throws IOException {
    JournalFile.read(path, FORMAT, line -> accept(line, done));
  }

  /**
   * Opens an existing journal, or creates one.
   *
   * @param done receives the IDs that were deleted or gone
   * @throws IllegalStateException if another job has the journal open
   * @throws IllegalArgumentException if the file is not a journal
   */
  static DeletionJournal open(Path path, Timeline timeline, IdSink done) throws IOException {
    return new DeletionJournal(
        timeline, JournalFile.open(path, FORMAT, line -> accept(line, done)));
  }

  /** Adds results, which are on disk when the method returns. */
  void append(List<DeletionResult> results) throws IOException {
    Instant now = timeline.now().truncatedTo(ChronoUnit.SECONDS);
    file.append(
        results.stream()
            .filter(result -> result.status().isWritten())
            .map(
                result ->
                    new JournalLine(result.id(), result.status().word(), now, result.reason()))
            .toList());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static boolean accept(JournalLine line, IdSink done) throws IOException {
    DeletionStatus status = DeletionStatus.ofWord(line.word());
    if (status != null && status.isFinal()) {
      done.accept(line.key());
    }
    return status != null;
  }
}
