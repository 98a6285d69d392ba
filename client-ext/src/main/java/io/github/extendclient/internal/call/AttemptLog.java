package io.github.extendclient.internal.call;

import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.attempt.AttemptListener;
import io.github.extendclient.internal.log.Loggers;
import io.github.extendclient.internal.text.SafeText;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.internal.time.UncaughtErrors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Writes each attempt to the log and to the listener. Neither sees an ID, a header or a body. */
final class AttemptLog {
  private static final Logger LOG = Loggers.named("io.github.extendclient.attempts");

  private final @Nullable AttemptListener listener;
  private final int maxAttempts;

  AttemptLog(@Nullable AttemptListener listener, int maxAttempts) {
    this.listener = listener;
    this.maxAttempts = maxAttempts;
  }

  /** Whether anybody wants to know. */
  boolean isOn() {
    return listener != null || LOG.isDebugEnabled();
  }

  /** Never throws: the result of the call is worth more than what the listener thinks of it. */
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
    try {
      LOG.warn("The attempt listener failed; the call goes on.", failure);
      UncaughtErrors.handle(failure);
    } catch (Throwable e) {
      // A log or a handler that fails as well, after an OutOfMemoryError perhaps.
    }
  }
}
