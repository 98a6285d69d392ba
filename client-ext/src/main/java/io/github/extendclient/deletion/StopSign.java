package io.github.extendclient.deletion;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Ends a sweep from any thread. The first reason stays. */
final class StopSign {
  private final AtomicReference<@Nullable DeletionEnding> reason = new AtomicReference<>();

  void raise(DeletionEnding why) {
    reason.compareAndSet(null, why);
  }

  boolean isRaised() {
    return reason.get() != null;
  }

  DeletionEnding ending() {
    DeletionEnding why = reason.get();
    return why == null ? DeletionEnding.COMPLETED : why;
  }
}
