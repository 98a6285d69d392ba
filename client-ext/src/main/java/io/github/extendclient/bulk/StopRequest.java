package io.github.extendclient.bulk;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A request to end processing, made by any thread. Only the first reason counts. Thread-safe. */
final class StopRequest {
  private final AtomicReference<@Nullable BulkEnding> reason = new AtomicReference<>();

  void make(BulkEnding why) {
    reason.compareAndSet(null, why);
  }

  /** Returns whether no more runs may be created. */
  boolean isMade() {
    return reason.get() != null;
  }

  /** Returns whether to wait for the runs under way nevertheless, since their number is bounded. */
  boolean letsRunsEnd() {
    BulkEnding why = reason.get();
    return why == null || why == BulkEnding.CREDIT_LIMIT || why == BulkEnding.OUT_OF_CREDITS;
  }

  BulkEnding ending() {
    BulkEnding why = reason.get();
    return why == null ? BulkEnding.COMPLETED : why;
  }
}
