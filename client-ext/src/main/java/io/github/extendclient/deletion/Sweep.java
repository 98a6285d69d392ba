package io.github.extendclient.deletion;

import io.github.extendclient.internal.journal.JournalFile;
import io.github.extendclient.internal.journal.KeySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One pass over a source of IDs. */
final class Sweep {
  private final SweepSettings settings;
  private final Tally tally;
  private final StopSign stop = new StopSign();

  Sweep(SweepSettings settings) {
    this.settings = settings;
    this.tally = new Tally(settings.timeline());
  }

  /** Sends nothing more. What is under way is waited for by {@link #run}. */
  void stop() {
    stop.raise(DeletionEnding.STOPPED);
  }

  DeletionProgress progress() {
    return tally.progress();
  }

  /**
   * Deletes, on the calling thread. To be called once.
   *
   * @throws UncheckedIOException if the journal cannot be read or written
   */
  DeletionReport run(IdSource source) {
    Path path = settings.journal();
    try {
      if (path == null) {
        feed(source, null, null);
      } else {
        feed(source, path);
      }
    } catch (ClosedByInterruptException e) {
      // The journal or its index was in use when this thread was interrupted.
      stop();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The journal "
              + path
              + " cannot be used: "
              + e
              + ". What was deleted and is not in it will be asked for again and found gone.",
          e);
    }
    return tally.report(stop.ending(), settings.dryRun());
  }

  private void feed(IdSource source, Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    try (KeySet seen = new KeySet(folder, JournalFile.estimatedLines(path))) {
      if (settings.dryRun()) {
        DeletionJournal.read(path, seen::add);
        feed(source, seen, null);
      } else {
        try (DeletionJournal journal = DeletionJournal.open(path, settings.timeline(), seen::add)) {
          feed(source, seen, journal);
        }
      }
    }
  }

  private void feed(IdSource source, @Nullable KeySet seen, @Nullable DeletionJournal journal)
      throws IOException {
    try (Ledger ledger = new Ledger(journal, tally, settings.listener(), this::stop);
        Feeder feeder = new Feeder(settings, seen, ledger, stop)) {
      try {
        source.feed(feeder::accept, stop::isRaised);
      } catch (RuntimeException e) {
        // A source that waits may throw when its thread is interrupted, which is no failure of it.
        if (!Thread.currentThread().isInterrupted()) {
          throw e;
        }
        stop();
      }
      feeder.throwFailure();
    }
  }
}
