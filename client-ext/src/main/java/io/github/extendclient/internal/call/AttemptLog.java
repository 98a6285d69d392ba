package io.github.extendclient.internal.call;

import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.attempt.AttemptListener;
import io.github.extendclient.internal.callback.Interrupts;
import io.github.extendclient.internal.log.Loggers;
import io.github.extendclient.internal.text.SafeText;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.internal.time.UncaughtErrors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Reports each attempt to the log and the listener, without IDs, headers or bodies. */
final class AttemptLog {
  private static final Logger LOG = Loggers.named("io.github.extendclient.attempts");

  private final @Nullable AttemptListener listener;
  private final int maxAttempts;

  AttemptLog(@Nullable AttemptListener listener, int maxAttempts) {
    this.listener = listener;
    this.maxAttempts = maxAttempts;
  }

  /** Returns whether the log or a listener is active. */
  boolean isOn() {
    return listener != null || LOG.isDebugEnabled();
  }

  /** Reports an attempt. Never throws: a failing listener must not fail the call. */
  void write(AttemptEvent event) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} attempt {} of {}: {} in {}{}",
          event.method(),
          event.path(),
          event.attempt(),
          maxAttempts,
          event.failure() == null ? event.status() : SafeText.describe(event.failure()),
          DurationText.of(event.elapsed()),
          event.nextIn() == null ? "" : ", next in " + DurationText.of(event.nextIn()));
    }
    if (listener == null) {
      return;
    }
    try {
      listener.attemptEnded(event);
    } catch (Throwable e) {
      failed(e);
    }
  }

  private static void failed(Throwable failure) {
    Interrupts.keep(failure);
    try {
      LOG.warn("The attempt listener failed; the call goes on.", failure);
      UncaughtErrors.handle(failure);
    } catch (Throwable e) {
      // The log or the handler failed too, perhaps after an OutOfMemoryError.
    }
  }
}
