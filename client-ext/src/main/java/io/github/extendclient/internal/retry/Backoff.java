package io.github.extendclient.internal.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next attempt: full jitter, doubled each time, over any floor. */
public final class Backoff {
  private static final Duration BASE = Duration.ofMillis(100);
  private static final Duration BASE_WHEN_THROTTLED = Duration.ofSeconds(1);
  private static final Duration CAP = Duration.ofSeconds(20);

  private final RandomGenerator random;

  /**
   * A source of waits.
   *
   * @param random for the jitter
   */
  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The wait after a failed attempt.
   *
   * @param attempt the number of the attempt that failed, from 1
   * @param throttled whether the server asked to slow down
   * @param retryAfter what the server asks for; the jitter comes on top, so that clients that were
   *     sent away together do not return together
   * @return never negative
   */
  public Duration after(int attempt, boolean throttled, @Nullable Duration retryAfter) {
    Duration base = throttled ? BASE_WHEN_THROTTLED : BASE;
    long doubled = base.toMillis() << Math.min(attempt - 1, 10);
    long highest = Math.min(CAP.toMillis(), doubled);
    Duration jitter = Duration.ofMillis(random.nextLong(highest + 1));
    return retryAfter == null ? jitter : retryAfter.plus(jitter);
  }
}
