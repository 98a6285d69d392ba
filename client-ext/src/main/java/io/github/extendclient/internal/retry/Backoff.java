package io.github.extendclient.internal.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Computes the wait before the next attempt: exponential with full jitter, in addition to any
 * {@code Retry-After}.
 */
public final class Backoff {
  private static final Duration BASE = Duration.ofMillis(100);
  private static final Duration BASE_WHEN_THROTTLED = Duration.ofSeconds(1);
  private static final Duration CAP = Duration.ofSeconds(20);

  private final RandomGenerator random;

  /**
   * Creates a backoff.
   *
   * @param random the source of jitter
   */
  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Returns the wait after a failed attempt.
   *
   * @param attempt the number of the failed attempt, from 1
   * @param throttled whether the server throttled the request
   * @param retryAfter the wait that the server demands; the jitter is added, so that clients
   *     rejected together do not return together
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
