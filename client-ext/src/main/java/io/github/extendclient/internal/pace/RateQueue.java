package io.github.extendclient.internal.pace;

import java.time.Duration;
import java.util.TreeSet;

/**
 * Turns for requests at a rate. A request holds a number, and numbers are called one after the
 * other: numbers and not times, so that a slow-down and a pause also reach requests that wait
 * already. A number that is given back goes to the next request that joins. There are no bursts:
 * the server's window is not known, and evenly spaced requests fit into any.
 *
 * <p>Called on the threads of calls; the lock guards all fields.
 */
final class RateQueue {
  private static final double SLOWEST_PART = 1.0 / 32;

  // From half the limit back to all of it in ten seconds.
  private static final double GROWTH_PART_PER_SECOND = 0.05;

  // The refusals of requests that were under way together are one event.
  private static final long ONE_EVENT_NANOS = 1_000_000_000L;

  private static final double NANOS = 1e9;

  /** Numbers are sums of doubles; this is far less than a nanosecond at any sensible rate. */
  private static final double ROUNDING = 1e-6;

  // Keeps sums of nanoseconds from overflowing whatever a server asks for.
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
    // What was called meanwhile was not used, and is not saved up for a burst.
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
