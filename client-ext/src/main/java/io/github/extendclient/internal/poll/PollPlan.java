package io.github.extendclient.internal.poll;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a poll.
 *
 * @param timeout the timeout of the whole poll; null for none
 * @param interval the initial interval between two reads
 * @param maxInterval the longest interval between two reads
 * @param listener receives pending runs
 * @param timeline clock and waits
 * @param random the source of jitter, which spreads the reads of polls started together
 */
public record PollPlan(
    @Nullable Duration timeout,
    Duration interval,
    Duration maxInterval,
    PendingListener listener,
    Timeline timeline,
    RandomGenerator random) {
  // The vendor's own helpers read every second for 30 seconds, then back off to 30 seconds.
  private static final Duration STEADY = Duration.ofSeconds(30);
  private static final double GROWTH = 1.5;
  private static final double JITTER = 0.1;

  /** Returns the next delay, without jitter. */
  Duration after(@Nullable Duration previous, Duration elapsed) {
    if (previous == null || elapsed.compareTo(STEADY) < 0) {
      return shorter(interval, maxInterval);
    }
    return shorter(Duration.ofMillis((long) (previous.toMillis() * GROWTH)), maxInterval);
  }

  /** Returns the delay shortened by up to a tenth. */
  Duration jittered(Duration delay) {
    return delay.minus(Duration.ofNanos((long) (delay.toNanos() * JITTER * random.nextDouble())));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
