package io.github.extendclient.internal.call;

import io.github.extendclient.internal.callback.Interrupts;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.log.Loggers;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.internal.time.UncaughtErrors;
import io.github.extendclient.pacing.Pacer;
import io.github.extendclient.runtime.RateLimitCategory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Calls the pacer, if there is one, on the thread of the call. If the pacer fails to give a turn,
 * the call fails, so that no request is sent unpaced; other failures of the pacer are logged. A
 * {@code Retry-After} above the client's limit is not reported to the pacer, so that one response
 * cannot stop all calls.
 */
final class Pacing {
  private static final Logger LOG = Loggers.named("io.github.extendclient.pacing");

  private final @Nullable Pacer pacer;
  private final Duration maxRetryAfter;

  Pacing(@Nullable Pacer pacer, Duration maxRetryAfter) {
    this.pacer = pacer;
    this.maxRetryAfter = maxRetryAfter;
  }

  Pacer.@Nullable Turn reserve(RateLimitCategory category, RetryDecider<?> decider) {
    try {
      return pacer == null ? null : pacer.reserve(category);
    } catch (Throwable e) {
      Interrupts.keep(e);
      throw decider.pacerFailed(e);
    }
  }

  /** Returns the wait before the request; zero if it may be sent now. */
  Duration remaining(Pacer.@Nullable Turn turn, ApiOperation operation, RetryDecider<?> decider) {
    try {
      Duration wait = turn == null ? Duration.ZERO : turn.remaining();
      if (wait.isNegative() || wait.isZero()) {
        return Duration.ZERO;
      }
      LOG.debug("{} waits {} ms for its turn", operation.name(), wait.toMillis());
      return wait;
    } catch (Throwable e) {
      Interrupts.keep(e);
      throw decider.pacerFailed(e);
    }
  }

  void cancel(Pacer.@Nullable Turn turn) {
    try {
      if (turn != null) {
        turn.cancel();
      }
    } catch (Throwable e) {
      failed(e);
    }
  }

  void throttled(RateLimitCategory category, @Nullable Duration retryAfter) {
    if (pacer == null) {
      return;
    }
    try {
      Duration pause = retryAfter;
      if (pause != null && pause.compareTo(maxRetryAfter) > 0) {
        LOG.warn(
            "The server asks {} requests to wait {}, more than maxRetryAfter ({}): they only slow"
                + " down.",
            category,
            DurationText.of(pause),
            DurationText.of(maxRetryAfter));
        pause = null;
      }
      pacer.throttled(category, pause);
    } catch (Throwable e) {
      failed(e);
    }
  }

  private static void failed(Throwable failure) {
    Interrupts.keep(failure);
    try {
      LOG.warn("The pacer failed; the call goes on.", failure);
    } finally {
      UncaughtErrors.handle(failure);
    }
  }
}
