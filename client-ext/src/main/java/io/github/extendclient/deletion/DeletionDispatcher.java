package io.github.extendclient.deletion;

import io.github.extendclient.internal.callback.CallbackFailure;
import io.github.extendclient.internal.callback.JobThreads;
import io.github.extendclient.internal.journal.KeySet;
import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Accepts the IDs one by one on the thread of the job and finds the operation for each. Its own
 * threads send the requests and pass the results to the writer. Without a pace, it reads ahead as
 * many IDs as it has threads, so that a thread can send its next request at once.
 */
final class DeletionDispatcher implements Closeable {
  static final String NULL_ID = "The source returned null instead of an ID.";

  private final DeletionSettings settings;
  private final @Nullable KeySet seen;
  private final ResultWriter writer;
  private final StopRequest stop;
  private final Semaphore places;
  private final ExecutorService senders;
  private final AtomicInteger consecutiveFailures = new AtomicInteger();
  private @Nullable IOException failure;

  DeletionDispatcher(
      DeletionSettings settings,
      @Nullable KeySet seen,
      ResultWriter writer,
      StopRequest stop,
      JobThreads job) {
    this.settings = settings;
    this.seen = seen;
    this.writer = writer;
    this.stop = stop;
    int threads = settings.concurrency();
    // With a pace, no IDs are queued: after a slow response they would be sent in a burst.
    int waiting = settings.pace() == null ? threads : 0;
    this.places = new Semaphore(threads + waiting);
    this.senders =
        Executors.newFixedThreadPool(threads, task -> job.daemon(task, "extend-deletion-sender"));
  }

  /** Handles one ID; returns whether to continue with the next. */
  boolean accept(String id) {
    Objects.requireNonNull(id, NULL_ID);
    if (stop.isMade()) {
      return false;
    }
    try {
      writer.reserve();
      boolean hasResult = false;
      try {
        hasResult = dispatch(id);
      } finally {
        if (!hasResult) {
          writer.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.make(DeletionEnding.STOPPED);
    } catch (IOException e) {
      failure = e;
      return false;
    }
    return !stop.isMade();
  }

  /** Throws the exception of the set of seen IDs, which ended the job, if there was one. */
  void throwFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Returns whether the writer has, or will have, the result. */
  private boolean dispatch(String id) throws InterruptedException, IOException {
    String flaw = IdText.flaw(id);
    Routing routing = flaw == null ? settings.router().route(id) : new Refusal(flaw);
    if (routing instanceof Refusal refusal) {
      writer.add(DeletionResult.refused(id, refusal.reason()));
    } else if (seen != null && !seen.add(id)) {
      writer.add(DeletionResult.skipped(id));
    } else if (settings.dryRun()) {
      writer.add(DeletionResult.planned(id, (Route) routing));
    } else {
      return send(id, (Route) routing);
    }
    return true;
  }

  /** Returns false if the job was stopped before a thread took the ID. */
  private boolean send(String id, Route route) throws InterruptedException {
    places.acquire();
    DeletionPace pace = settings.pace();
    if (pace != null) {
      await(pace);
    }
    if (stop.isMade()) {
      return false;
    }
    senders.execute(() -> delete(id, route));
    return true;
  }

  private static void await(DeletionPace pace) throws InterruptedException {
    try {
      pace.acquire();
    } catch (InterruptedException | Error e) {
      throw e;
    } catch (Exception e) {
      // Includes checked exceptions, which Kotlin and Scala throw undeclared.
      throw CallbackFailure.of(e);
    }
  }

  private void delete(String id, Route route) {
    if (stop.isMade()) {
      writer.release();
    } else {
      record(resultOf(id, route));
    }
    places.release();
  }

  private static DeletionResult resultOf(String id, Route route) {
    try {
      route.delete().accept(id);
      return DeletionResult.of(id, route, null);
    } catch (Throwable e) {
      return DeletionResult.of(id, route, e);
    }
  }

  private void record(DeletionResult result) {
    if (result.isKeyRefused()) {
      stop.make(DeletionEnding.KEY_REFUSED);
    } else if (result.status() != DeletionStatus.FAILED) {
      consecutiveFailures.set(0);
    } else if (consecutiveFailures.incrementAndGet() >= settings.maxConsecutiveFailures()) {
      stop.make(DeletionEnding.TOO_MANY_FAILURES);
    }
    writer.add(result);
  }

  /**
   * Accepts no more IDs. Accepted IDs are still sent, unless the job is stopped. Returns at once.
   */
  @Override
  public void close() {
    senders.shutdown();
  }
}
