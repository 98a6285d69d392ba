package io.github.extendclient.bulk;

import io.github.extendclient.internal.callback.CallbackFailure;
import io.github.extendclient.internal.callback.JobThreads;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens the engine's resources, runs the engine, and closes the resources. */
final class Processing<T> {
  private static final int MOST_WORKERS = 64;
  private static final Duration SHUTDOWN = Duration.ofSeconds(30);

  private final Settings<T> settings;
  private final boolean stopsOnShutdown;
  private final JobThreads threads = new JobThreads();

  /** Receives the engine once it is ready. */
  interface Listener<T> {
    void began(Engine<T> engine);
  }

  Processing(Settings<T> settings, boolean stopsOnShutdown) {
    this.settings = settings;
    this.stopsOnShutdown = stopsOnShutdown;
  }

  /** Returns the threads that run code of the user. */
  JobThreads threads() {
    return threads;
  }

  BulkReport run(Iterable<BulkDocument> documents, Listener<T> listener) {
    try (Workers workers = new Workers(Math.min(MOST_WORKERS, settings.concurrency()), threads)) {
      return run(documents, listener, workers.pool);
    }
  }

  /** Processes with the given workers, which the caller closes. */
  BulkReport run(Iterable<BulkDocument> documents, Listener<T> listener, Executor workers) {
    long count = documents instanceof BulkDocuments counted ? counted.count() : -1;
    // The flag would close the files that are opened here. The engine notices it.
    boolean interrupted = Thread.interrupted();
    try (BulkJournal journal = journal();
        ResultSink results = results();
        Source source = Source.of(documents)) {
      Engine<T> engine = new Engine<>(settings, workers, source.documents, count, journal, results);
      listener.began(engine);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return stopsOnShutdown ? runUntilShutdown(engine) : engine.run();
    } catch (CallbackFailure e) {
      throw e.rethrown();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The journal or the results cannot be used: "
              + e
              + ". Name files in folders that exist and can be written to.",
          e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private BulkReport runUntilShutdown(Engine<T> engine) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              engine.stop();
              awaitQuietly(ended);
            },
            "extend-bulk-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return engine.run();
    } finally {
      ended.countDown();
      removeQuietly(hook);
    }
  }

  private static void awaitQuietly(CountDownLatch ended) {
    try {
      ended.await(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeQuietly(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The shutdown has begun, so the hook is already running.
      return;
    }
  }

  private BulkJournal journal() throws IOException {
    Path path = settings.journal();
    return path == null
        ? BulkJournal.inMemory(settings.timeline())
        : BulkJournal.open(path, settings);
  }

  private ResultSink results() throws IOException {
    BulkResults results = settings.results();
    return results == null || settings.dryRun() ? new NoSink() : results.open(settings.files());
  }

  private static final class NoSink implements ResultSink {
    @Override
    public void write(BulkResult<?> result) {}

    @Override
    public void close() {}
  }

  /** Closes the iterator, which may have a folder open. */
  private record Source(Iterator<BulkDocument> documents) implements Closeable {
    static Source of(Iterable<BulkDocument> documents) {
      try {
        return new Source(documents.iterator());
      } catch (Throwable e) {
        throw CallbackFailure.of(e);
      }
    }

    @Override
    public void close() throws IOException {
      if (documents instanceof Closeable open) {
        open.close();
      }
    }
  }

  private static final class Workers implements AutoCloseable {
    final ExecutorService pool;

    Workers(int threads, JobThreads job) {
      AtomicInteger number = new AtomicInteger();
      pool =
          Executors.newFixedThreadPool(
              threads, work -> job.daemon(work, "extend-bulk-" + number.incrementAndGet()));
    }

    @Override
    public void close() {
      pool.shutdown();
    }
  }
}
