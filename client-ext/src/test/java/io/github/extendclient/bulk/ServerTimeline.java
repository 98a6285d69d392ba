package io.github.extendclient.bulk;

import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The time of bulk processing and of the server: it passes when bulk processing waits. */
final class ServerTimeline implements Timeline {
  private final TestClock clock;
  private final Instant start;
  private volatile Duration clockError = Duration.ZERO;

  ServerTimeline(TestClock clock) {
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public long nanoTime() {
    return Duration.between(start, clock.instant()).toNanos();
  }

  @Override
  public Instant now() {
    return clock.instant().plus(clockError);
  }

  /** Shifts the clock of this machine; elapsed times stay the same. */
  void setClockWrongBy(Duration error) {
    clockError = error;
  }

  @Override
  public boolean await(CountDownLatch ended, Duration wait) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (ended.getCount() > 0) {
      clock.advance(wait);
    }
    return ended.getCount() == 0;
  }

  @Override
  public Runnable schedule(Runnable task, Duration delay) {
    throw new AssertionError("Bulk processing schedules nothing.");
  }
}
