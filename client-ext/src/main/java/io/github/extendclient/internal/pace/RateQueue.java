package io.github.extendclient.internal.pace;

import java.time.Duration;
import java.util.TreeSet;

/**
 * Gives turns to requests at a limited rate. Each request takes a number, and the numbers are
 * called in order at even intervals. Numbers in place of times let a slow-down or pause affect
 * requests that already wait. A returned number goes to the next request. There are no bursts:
 * evenly spaced requests fit any window of the server.
 *
 * <p>Called on the threads of calls; the lock guards all fields.
 */
final class RateQueue {
  private static final double SLOWEST_PART = 1.0 / 32;

  // Recovers from half the limit to the full limit in ten seconds.
  private static final double GROWTH_PART_PER_SECOND = 0.05;

  // Rejections of concurrent requests count as one event.
  private static final long ONE_EVENT_NANOS = 1_000_000_000L;

  private static final double NANOS = 1e9;

  /**
   * The tolerance for numbers, which are sums of doubles; far below a nanosecond at any realistic
   * rate.
   */
  private static final double ROUNDING = 1e-6;

  // Prevents overflow of sums of nanoseconds, whatever wait a server demands.
  private static final Duration LONGEST_PAUSE = Duration.ofDays(365);

  private final double limit;
  private final long origin;

  private double rate;
  private double called = 1;
  private long given;
  private final TreeSet<Long> givenBack = new TreeSet<>();
  private long at;
  private long pausedUntil;
  private long slowedAt = -ONE_EVENT_NANOS;

  RateQueue(double limitPerSecond, long now) {
    limit = limitPerSecond;
    rate = limitPerSecond;
    origin = now;
  }

  synchronized long join(long now) {
    advance(now);
    // Numbers called meanwhile were unused; they are not saved for a burst.
    givenBack.headSet((long) Math.ceil(called - ROUNDING)).clear();
    Long number = givenBack.pollFirst();
    return number != null ? number : ++given;
  }

  synchronized Duration remaining(long number, long now) {
    advance(now);
    Duration pause = Duration.ofNanos(Math.max(0, pausedUntil - at));
    double missing = number - called;
    return missing < ROUNDING
        ? pause
        : pause.plusNanos((long) Math.ceil(secondsUntil(missing) * NANOS));
  }

  synchronized void leave(long number) {
    givenBack.add(number);
    while (givenBack.remove(given)) {
      given--;
    }
  }

  synchronized void slowDown(long now, Duration pause) {
    advance(now);
    if (at - slowedAt >= ONE_EVENT_NANOS) {
      slowedAt = at;
      rate = Math.max(rate / 2, limit * SLOWEST_PART);
    }
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    pausedUntil = Math.max(pausedUntil, at + bounded.toNanos());
    called = Math.min(called, given);
  }

  private void advance(long now) {
    long next = Math.max(at, now - origin);
    double seconds = (next - Math.min(next, Math.max(at, pausedUntil))) / NANOS;
    called = Math.min(called + callsWithin(seconds), given + 1);
    rate = Math.min(limit, rate + growth() * seconds);
    at = next;
  }

  private double growth() {
    return limit * GROWTH_PART_PER_SECOND;
  }

  private double secondsOfGrowth() {
    return (limit - rate) / growth();
  }

  private double callsWithin(double seconds) {
    double growing = Math.min(seconds, secondsOfGrowth());
    return rate * growing + growth() * growing * growing / 2 + limit * (seconds - growing);
  }

  private double secondsUntil(double calls) {
    double growing = secondsOfGrowth();
    double whileGrowing = callsWithin(growing);
    return calls <= whileGrowing
        ? (Math.sqrt(rate * rate + 2 * growth() * calls) - rate) / growth()
        : growing + (calls - whileGrowing) / limit;
  }
}
