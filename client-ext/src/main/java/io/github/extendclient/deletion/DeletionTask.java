package io.github.extendclient.deletion;

import io.github.extendclient.internal.callback.CallbackFailure;
import io.github.extendclient.internal.callback.JobThreads;
import io.github.extendclient.internal.journal.JournalFile;
import io.github.extendclient.internal.journal.KeySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Runs one deletion over a source of IDs. */
final class DeletionTask {
  private final DeletionSettings settings;
  private final DeletionCounter counter;
  private final StopRequest stop = new StopRequest();
  private final JobThreads threads = new JobThreads();

  DeletionTask(DeletionSettings settings) {
    this.settings = settings;
    this.counter = new DeletionCounter(settings.timeline());
  }

  /** Stops sending requests. {@link #run} waits for those under way. */
  void stop() {
    stop.make(DeletionEnding.STOPPED);
  }

  /** Returns the threads that run code of the user. */
  JobThreads threads() {
    return threads;
  }

  DeletionProgress progress() {
    return counter.progress();
  }

  /**
   * Reads the IDs on the calling thread and returns when all requests have ended. May be called
   * once.
   *
   * @throws UncheckedIOException if the journal cannot be read or written
   */
  DeletionReport run(IdSource source) {
    Path path = settings.journal();
    try {
      if (path == null) {
        deleteAll(source, null, null);
      } else {
        deleteAll(source, path);
      }
    } catch (ClosedByInterruptException e) {
      // The thread was interrupted while it used the journal or its index.
      stop();
    } catch (CallbackFailure e) {
      throw e.rethrown();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The journal "
              + path
              + " cannot be used: "
              + e
              + ". IDs that were deleted but not recorded will be sent again and found gone.",
          e);
    }
    return counter.report(stop.ending(), settings.dryRun());
  }

  private void deleteAll(IdSource source, Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    try (KeySet seen = new KeySet(folder, JournalFile.estimatedLines(path))) {
      if (settings.dryRun()) {
        DeletionJournal.read(path, seen::add);
        deleteAll(source, seen, null);
      } else {
        try (DeletionJournal journal = DeletionJournal.open(path, settings.timeline(), seen::add)) {
          deleteAll(source, seen, journal);
        }
      }
    }
  }

  private void deleteAll(IdSource source, @Nullable KeySet seen, @Nullable DeletionJournal journal)
      throws IOException {
    try (ResultWriter writer =
            new ResultWriter(journal, counter, settings.listener(), this::stop, threads);
        DeletionDispatcher dispatcher =
            new DeletionDispatcher(settings, seen, writer, stop, threads)) {
      try {
        source.passTo(dispatcher::accept, stop::isMade);
      } catch (Error e) {
        throw e;
      } catch (Exception e) {
        // Includes checked exceptions, which Kotlin and Scala throw undeclared.
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        // A blocking source may throw because its thread was interrupted; that is not a failure.
        if (!Thread.currentThread().isInterrupted()) {
          throw CallbackFailure.of(e);
        }
        stop();
      }
      dispatcher.throwFailure();
    }
  }
}
