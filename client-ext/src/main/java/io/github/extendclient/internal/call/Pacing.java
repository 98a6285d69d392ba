package io.github.extendclient.internal.call;

import io.github.extendclient.Pacer;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.runtime.RunCategory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the pacer, if there is one. A pacer that fails holds nothing back. */
final class Pacing {
  private static final Logger LOG = LoggerFactory.getLogger("io.github.extendclient.pacing");

  private final @Nullable Pacer pacer;

  Pacing(@Nullable Pacer pacer) {
    this.pacer = pacer;
  }

  Pacer.@Nullable Turn next(RunCategory category) {
    try {
      return pacer == null ? null : pacer.next(category);
    } catch (RuntimeException e) {
      failed(e);
      return null;
    }
  }

  /** Zero if the request may be sent now. */
  Duration remaining(Pacer.@Nullable Turn turn, ApiOperation operation) {
    try {
      Duration wait = turn == null ? Duration.ZERO : turn.remaining();
      if (wait.isNegative() || wait.isZero()) {
        return Duration.ZERO;
      }
      LOG.debug("{} waits {} ms for its turn", operation.name(), wait.toMillis());
      return wait;
    } catch (RuntimeException e) {
      failed(e);
      return Duration.ZERO;
    }
  }

  void giveUp(Pacer.@Nullable Turn turn) {
    try {
      if (turn != null) {
        turn.giveUp();
      }
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  void throttled(RunCategory category, @Nullable Duration retryAfter) {
    try {
      if (pacer != null) {
        pacer.throttled(category, retryAfter);
      }
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private static void failed(RuntimeException failure) {
    LOG.warn("The pacer failed; requests are sent unpaced.", failure);
  }
}
