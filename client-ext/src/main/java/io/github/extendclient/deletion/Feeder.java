package io.github.extendclient.deletion;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the IDs one by one, on one thread, routes and sends them. The answers come on the client's
 * threads and go on to the ledger.
 */
final class Feeder {
  static final String NULL_ID = "The source gave null instead of an ID.";

  private final SweepSettings settings;
  private final @Nullable SeenIds seen;
  private final Ledger ledger;
  private final StopSign stop;
  private final Semaphore free;
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private @Nullable IOException failure;

  Feeder(SweepSettings settings, @Nullable SeenIds seen, Ledger ledger, StopSign stop) {
    this.settings = settings;
    this.seen = seen;
    this.ledger = ledger;
    this.stop = stop;
    this.free = new Semaphore(settings.concurrency());
  }

  /** Deals with one ID; returns whether the next is wanted. */
  boolean accept(String id) {
    Objects.requireNonNull(id, NULL_ID);
    if (stop.isRaised()) {
      return false;
    }
    try {
      ledger.reserve();
      boolean handedOn = false;
      try {
        handedOn = dealWith(id);
      } finally {
        if (!handedOn) {
          ledger.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop.raise(DeletionEnding.STOPPED);
    } catch (IOException e) {
      failure = e;
      return false;
    }
    return !stop.isRaised();
  }

  /** Throws what the set of the IDs seen threw, after which no further ID was wanted. */
  void throwFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Returns whether the result is, or will be, handed to the ledger. */
  private boolean dealWith(String id) throws InterruptedException, IOException {
    String flaw = IdText.flaw(id);
    Routing routing = flaw == null ? settings.router().route(id) : new Refusal(flaw);
    if (routing instanceof Refusal refusal) {
      ledger.add(Result.refused(id, refusal.reason()));
    } else if (seen != null && !seen.add(id)) {
      ledger.add(Result.skipped(id));
    } else if (settings.dryRun()) {
      ledger.add(Result.planned(id, (Route) routing));
    } else {
      return send(id, (Route) routing);
    }
    return true;
  }

  /** Returns false if a stop came before the request was sent. */
  private boolean send(String id, Route route) throws InterruptedException {
    free.acquire();
    boolean sent = false;
    try {
      settings.pace().acquire();
      sent = !stop.isRaised();
    } finally {
      if (!sent) {
        free.release();
      }
    }
    if (sent) {
      start(id, route).whenComplete((answer, thrown) -> ended(Result.of(id, route, thrown)));
    }
    return sent;
  }

  private static CompletableFuture<?> start(String id, Route route) {
    try {
      return route.delete().apply(id);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void ended(Result result) {
    if (result.isKeyRefused()) {
      stop.raise(DeletionEnding.KEY_REFUSED);
    } else if (result.outcome() != Outcome.FAILED) {
      failuresInARow.set(0);
    } else if (failuresInARow.incrementAndGet() >= settings.maxFailuresInARow()) {
      stop.raise(DeletionEnding.TOO_MANY_FAILURES);
    }
    free.release();
    ledger.add(result);
  }
}
