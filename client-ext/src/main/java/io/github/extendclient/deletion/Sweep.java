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
  private final DeletionCounter counter;
  private final StopRequest stop = new StopRequest();

  Sweep(SweepSettings settings) {
    this.settings = settings;
    this.counter = new DeletionCounter(settings.timeline());
  }

  /** Sends nothing more. What is under way is waited for by {@link #run}. */
  void stop() {
    stop.make(DeletionEnding.STOPPED);
  }

  DeletionProgress progress() {
    return counter.progress();
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
    return counter.report(stop.ending(), settings.dryRun());
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
    try (ResultWriter writer = new ResultWriter(journal, counter, settings.listener(), this::stop);
        DeletionDispatcher dispatcher = new DeletionDispatcher(settings, seen, writer, stop)) {
      try {
        source.feed(dispatcher::accept, stop::isMade);
      } catch (RuntimeException e) {
        // A source that waits may throw when its thread is interrupted, which is no failure of it.
        if (!Thread.currentThread().isInterrupted()) {
          throw e;
        }
        stop();
      }
      dispatcher.throwFailure();
    }
  }
}
