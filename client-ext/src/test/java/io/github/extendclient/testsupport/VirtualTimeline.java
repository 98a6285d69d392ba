package io.github.extendclient.testsupport;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Time that passes only when somebody waits. A task that is scheduled within {@link #HORIZON} runs
 * at once, as if that time had passed; later ones never run.
 */
public final class VirtualTimeline implements Timeline {
  private static final Duration HORIZON = Duration.ofSeconds(45);
  private static final Instant EPOCH = Instant.parse("2026-11-21T12:00:00Z");

  private final List<Duration> waits = new ArrayList<>();
  private long nanos;

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return EPOCH.plusNanos(nanos);
  }

  @Override
  public boolean await(CountDownLatch ended, Duration wait) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    passed(wait);
    return ended.getCount() == 0;
  }

  @Override
  public Runnable schedule(Runnable task, Duration delay) {
    if (delay.compareTo(HORIZON) <= 0) {
      passed(delay);
      task.run();
    }
    return () -> {};
  }

  /** Advances the time, as if the program had been busy. */
  public synchronized void advance(Duration time) {
    nanos += time.toNanos();
  }

  /** All waits so far. */
  public synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  private synchronized void passed(Duration wait) {
    waits.add(wait);
    nanos += wait.toNanos();
  }
}
