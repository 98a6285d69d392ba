package io.github.extendclient.internal.poll;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a run is waited for.
 *
 * @param limit the time for the whole poll; null for no limit
 * @param interval between two reads in the beginning
 * @param maxInterval between two reads in the end
 * @param listener is told of what is pending
 * @param timeline clock and waits
 * @param random spreads the reads of many polls that began together
 */
public record PollPlan(
    @Nullable Duration limit,
    Duration interval,
    Duration maxInterval,
    PendingListener listener,
    Timeline timeline,
    RandomGenerator random) {
  // The vendor's own helpers read every second for 30 seconds, then back off to 30 seconds.
  private static final Duration STEADY = Duration.ofSeconds(30);
  private static final double GROWTH = 1.5;
  private static final double JITTER = 0.1;

  /** The undisturbed delay that follows another, once some time has passed. */
  Duration after(@Nullable Duration previous, Duration elapsed) {
    if (previous == null || elapsed.compareTo(STEADY) < 0) {
      return shorter(interval, maxInterval);
    }
    return shorter(Duration.ofMillis((long) (previous.toMillis() * GROWTH)), maxInterval);
  }

  /** A delay up to a tenth shorter. */
  Duration jittered(Duration delay) {
    return delay.minus(Duration.ofNanos((long) (delay.toNanos() * JITTER * random.nextDouble())));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
