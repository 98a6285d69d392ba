package io.github.extendclient.deletion;

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
 * Takes the IDs one by one on the thread of the sweep, and finds the operation for each. Threads of
 * its own send the requests and give the results to the writer. Without a pace, as many IDs as
 * there are threads are read ahead, so that a thread with a response has its next request at once.
 */
final class DeletionDispatcher implements Closeable {
  static final String NULL_ID = "The source gave null instead of an ID.";

  private final SweepSettings settings;
  private final @Nullable KeySet seen;
  private final ResultWriter writer;
  private final StopRequest stop;
  private final Semaphore places;
  private final ExecutorService senders;
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private @Nullable IOException failure;

  DeletionDispatcher(
      SweepSettings settings, @Nullable KeySet seen, ResultWriter writer, StopRequest stop) {
    this.settings = settings;
    this.seen = seen;
    this.writer = writer;
    this.stop = stop;
    int threads = settings.concurrency();
    // What waits for a thread would go out in a burst after a slow response, which a pace forbids.
    int waiting = settings.pace() == null ? threads : 0;
    this.places = new Semaphore(threads + waiting);
    this.senders = Executors.newFixedThreadPool(threads, DeletionDispatcher::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "extend-deletion-sender");
    thread.setDaemon(true);
    return thread;
  }

  /** Deals with one ID; returns whether the next is wanted. */
  boolean accept(String id) {
    Objects.requireNonNull(id, NULL_ID);
    if (stop.isMade()) {
      return false;
    }
    try {
      writer.reserve();
      boolean handedOn = false;
      try {
        handedOn = dealWith(id);
      } finally {
        if (!handedOn) {
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

  /** Throws what the set of the IDs seen threw, after which no further ID was wanted. */
  void throwFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Returns whether the result is, or will be, handed to the writer. */
  private boolean dealWith(String id) throws InterruptedException, IOException {
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

  /** Returns false if a stop came before the ID was handed to a thread. */
  private boolean send(String id, Route route) throws InterruptedException {
    places.acquire();
    DeletionPace pace = settings.pace();
    if (pace != null) {
      pace.acquire();
    }
    if (stop.isMade()) {
      return false;
    }
    senders.execute(() -> delete(id, route));
    return true;
  }

  private void delete(String id, Route route) {
    if (stop.isMade()) {
      writer.release();
    } else {
      ended(answerTo(id, route));
    }
    places.release();
  }

  private static DeletionResult answerTo(String id, Route route) {
    try {
      route.delete().accept(id);
      return DeletionResult.of(id, route, null);
    } catch (RuntimeException | Error e) {
      return DeletionResult.of(id, route, e);
    }
  }

  private void ended(DeletionResult result) {
    if (result.isKeyRefused()) {
      stop.make(DeletionEnding.KEY_REFUSED);
    } else if (result.status() != DeletionStatus.FAILED) {
      failuresInARow.set(0);
    } else if (failuresInARow.incrementAndGet() >= settings.maxFailuresInARow()) {
      stop.make(DeletionEnding.TOO_MANY_FAILURES);
    }
    writer.add(result);
  }

  /** Takes no more. What was taken is sent, unless a stop comes. Returns at once. */
  @Override
  public void close() {
    senders.shutdown();
  }
}
