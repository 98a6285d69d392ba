package io.github.extendclient.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The system's time. All waits of asynchronous calls in the process share one daemon thread, which
 * ends after some idle time.
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
              Thread thread = new TimerThread(task);
              thread.setDaemon(true);
              return thread;
            });
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
  }

  /**
   * Returns whether a thread is the shared timer thread.
   *
   * @param thread any thread
   * @return true if users' code must not run on it
   */
  public static boolean isTimer(Thread thread) {
    return thread instanceof TimerThread;
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
        scheduler.schedule(() -> run(task), saturatedNanos(delay), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  /** Runs a task and reports its exceptions, which the scheduler would swallow. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private static long saturatedNanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }

  private static final class TimerThread extends Thread {
    TimerThread(Runnable task) {
      super(task, "extend-client-timer");
    }
  }
}
