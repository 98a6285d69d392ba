package io.github.extendclient.bulk;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.internal.callback.CallbackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Why processing ends before its last document: a reason, made by any thread, or a failure. Only
 * the first of each counts. The failure is rethrown when the requests under way have ended.
 */
final class StopRequest {
  private final AtomicReference<@Nullable BulkEnding> reason = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean interrupted;

  void make(BulkEnding why) {
    reason.compareAndSet(null, why);
  }

  /** Stops because of a failure that all other documents would have too. */
  void makeFor(Throwable e) {
    if (e instanceof ClosedByInterruptException) {
      makeForInterrupt();
    } else if (e instanceof ApiException api && StepFailures.endsAll(api)) {
      make(api.status() == 402 ? BulkEnding.OUT_OF_CREDITS : BulkEnding.KEY_REFUSED);
    } else {
      failure.compareAndSet(null, e);
      make(BulkEnding.STOPPED);
    }
  }

  /** Stops because of what a callback threw on the engine's thread, perhaps for an interrupt. */
  void makeForCallback(Throwable e) {
    if (e instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
      makeForInterrupt();
    } else {
      makeFor(CallbackFailure.of(e));
    }
  }

  /** Stops, and clears the flag of the engine's thread, which would disturb the journal's files. */
  void makeForInterrupt() {
    Thread.interrupted();
    interrupted = true;
    make(BulkEnding.STOPPED);
  }

  /** Returns whether no more runs may be created. */
  boolean isMade() {
    return reason.get() != null;
  }

  /** Returns whether to wait for the runs under way nevertheless, since their number is bounded. */
  boolean letsRunsEnd() {
    BulkEnding why = reason.get();
    boolean isLimit = why == BulkEnding.CREDIT_LIMIT || why == BulkEnding.OUT_OF_CREDITS;
    return failure.get() == null && (why == null || isLimit);
  }

  BulkEnding ending() {
    BulkEnding why = reason.get();
    return why == null ? BulkEnding.COMPLETED : why;
  }

  /**
   * Sets the interrupt flag again, and throws the failure, if there is one.
   *
   * @throws UncheckedIOException for an {@link IOException} of the journal or the results
   * @throws CallbackFailure for all others
   */
  void restore() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure.get();
    if (thrown instanceof IOException e) {
      throw new UncheckedIOException(
          "The journal or the results cannot be written: "
              + e.getMessage()
              + ". Make room on the disk, and run again with the same journal: runs that were"
              + " created are taken over.",
          e);
    }
    if (thrown != null) {
      throw CallbackFailure.of(thrown);
    }
  }
}
