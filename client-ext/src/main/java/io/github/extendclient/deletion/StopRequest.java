package io.github.extendclient.deletion;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A request to end a job, made by any thread. Only the first reason counts. Thread-safe. */
final class StopRequest {
  private final AtomicReference<@Nullable DeletionEnding> reason = new AtomicReference<>();

  void make(DeletionEnding why) {
    reason.compareAndSet(null, why);
  }

  boolean isMade() {
    return reason.get() != null;
  }

  DeletionEnding ending() {
    DeletionEnding why = reason.get();
    return why == null ? DeletionEnding.COMPLETED : why;
  }
}
