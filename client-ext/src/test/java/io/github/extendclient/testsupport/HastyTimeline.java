package io.github.extendclient.testsupport;

import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * The system's time, but waits of up to two seconds, as before a second attempt, are over at once.
 * Deadlines that are longer pass as they do.
 */
public final class HastyTimeline implements Timeline {
  private static final Duration SKIPPED = Duration.ofSeconds(2);

  @Override
  public long nanoTime() {
    return SystemTimeline.INSTANCE.nanoTime();
  }

  @Override
  public Instant now() {
    return SystemTimeline.INSTANCE.now();
  }

  @Override
  public boolean await(CountDownLatch ended, Duration wait) throws InterruptedException {
    return SystemTimeline.INSTANCE.await(ended, hastened(wait));
  }

  @Override
  public Runnable schedule(Runnable task, Duration delay) {
    return SystemTimeline.INSTANCE.schedule(task, hastened(delay));
  }

  private static Duration hastened(Duration wait) {
    return wait.compareTo(SKIPPED) > 0 ? wait : Duration.ZERO;
  }
}
