package io.github.extendclient.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The system's time. All waits of asynchronous calls in the process share one daemon thread, which
 * ends when it has had nothing to do for a while.
 */
public final class SystemTimeline implements Timeline {
  /** The only instance. */
  public static final SystemTimeline INSTANCE = new SystemTimeline();

  private static final long IDLE_SECONDS = 5;

  private final ScheduledThreadPoolExecutor scheduler;

  private SystemTimeline() {
    scheduler =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "extend-client-timer");
              thread.setDaemon(true);
              return thread;
            });
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public boolean await(CountDownLatch ended, Duration wait) throws InterruptedException {
    return ended.await(saturatedNanos(wait), TimeUnit.NANOSECONDS);
  }

  @Override
  public Runnable schedule(Runnable task, Duration delay) {
    ScheduledFuture<?> scheduled =
        scheduler.schedule(task, saturatedNanos(delay), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  private static long saturatedNanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }
}
