package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Issues one permit per interval, without bursts, even after a pause. It makes up for at most one
 * late interval. Thread-safe: several jobs may share it.
 */
final class EvenPace implements DeletionPace {
  private static final CountDownLatch NEVER_ENDED = new CountDownLatch(1);
  private static final double NANOS_PER_SECOND = 1e9;

  private final Timeline timeline;
  private final long interval;
  private long next;

  EvenPace(double requestsPerSecond, Timeline timeline) {
    if (!(requestsPerSecond > 0) || Double.isInfinite(requestsPerSecond)) {
      throw new IllegalArgumentException(
          "The rate limit is "
              + requestsPerSecond
              + " requests per second: give more than zero, or leave it out for no limit.");
    }
    this.timeline = timeline;
    this.interval = (long) (NANOS_PER_SECOND / requestsPerSecond);
    this.next = timeline.nanoTime();
  }

  @Override
  public void acquire() throws InterruptedException {
    long wait = reserve();
    if (wait > 0) {
      timeline.await(NEVER_ENDED, Duration.ofNanos(wait));
    }
  }

  /** Reserves the next permit and returns the nanoseconds until it is due. */
  private synchronized long reserve() {
    long now = timeline.nanoTime();
    // Catch up on one interval, so that waking late does not lower the rate.
    if (next - now < -interval) {
      next = now - interval;
    }
    long wait = next - now;
    next += interval;
    return wait;
  }
}
