package io.github.extendclient.bulk;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The request to end processing, made by any thread. The first reason stays. Thread-safe. */
final class StopRequest {
  private final AtomicReference<@Nullable BulkEnding> reason = new AtomicReference<>();

  void make(BulkEnding why) {
    reason.compareAndSet(null, why);
  }

  /** Whether nothing may be created any more. */
  boolean isMade() {
    return reason.get() != null;
  }

  /** Whether runs under way are waited for all the same, as their number is bounded. */
  boolean letsRunsEnd() {
    BulkEnding why = reason.get();
    return why == null || why == BulkEnding.CREDIT_LIMIT || why == BulkEnding.OUT_OF_CREDITS;
  }

  BulkEnding ending() {
    BulkEnding why = reason.get();
    return why == null ? BulkEnding.COMPLETED : why;
  }
}
