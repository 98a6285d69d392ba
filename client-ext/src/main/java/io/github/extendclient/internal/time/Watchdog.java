package io.github.extendclient.internal.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops work whose time is over. Nearly all work ends before that, so beginning and ending it must
 * cost little: OkHttp's own timeouts wake a thread for each call, which takes longer than all else
 * that a call does here. This one wakes a thread when a deadline comes, and else every few seconds.
 */
public final class Watchdog {
  /** Real time, for the whole process. */
  public static final Watchdog INSTANCE = new Watchdog(SystemTimeline.INSTANCE);

  private static final Logger LOG = LoggerFactory.getLogger("io.github.extendclient.deadlines");

  // The timer's thread lives as long as something is planned: it should end soon after the last
  // call does, not when the time of that call would have been over.
  private static final long LONGEST_SLEEP = Duration.ofSeconds(5).toNanos();

  private final Timeline timeline;
  private @Nullable Watch first;
  private long wakeTime;
  private @Nullable Runnable dropWake;

  Watchdog(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Watches some work.
   *
   * @param nanos the time it has; if that is not positive, it is stopped at once
   * @param stop runs on a thread that others share, so it must not block
   * @return to be ended with the work
   */
  public Watch watch(long nanos, Runnable stop) {
    long now = timeline.nanoTime();
    Watch watch = new Watch(now + nanos, stop);
    synchronized (this) {
      watch.next = first;
      if (first != null) {
        first.previous = watch;
      }
      first = watch;
      if (dropWake == null || watch.end - wakeTime < 0) {
        sleep(now, nanos);
      }
    }
    return watch;
  }

  private void sleep(long now, long nanos) {
    dropSleep();
    long sleep = Math.min(nanos, LONGEST_SLEEP);
    wakeTime = now + sleep;
    dropWake = timeline.schedule(this::wake, Duration.ofNanos(sleep));
  }

  private void dropSleep() {
    if (dropWake != null) {
      dropWake.run();
      dropWake = null;
    }
  }

  private void wake() {
    for (Watch watch : takeOverdue()) {
      try {
        watch.stop.run();
      } catch (RuntimeException e) {
        LOG.warn("A call whose time is over could not be stopped.", e);
      }
    }
  }

  private synchronized List<Watch> takeOverdue() {
    // A wake that was dropped too late finds another one planned.
    dropSleep();
    List<Watch> overdue = new ArrayList<>();
    long now = timeline.nanoTime();
    long next = LONGEST_SLEEP;
    for (Watch watch = first; watch != null; watch = watch.next) {
      long left = watch.end - now;
      if (left <= 0) {
        overdue.add(watch);
      } else {
        next = Math.min(next, left);
      }
    }
    overdue.forEach(this::remove);
    if (first != null) {
      sleep(now, next);
    }
    return overdue;
  }

  private void remove(Watch watch) {
    if (watch == first) {
      first = watch.next;
    } else if (watch.previous != null) {
      watch.previous.next = watch.next;
    }
    if (watch.next != null) {
      watch.next.previous = watch.previous;
    }
    watch.previous = null;
    watch.next = null;
  }

  /** Work that is watched: one of a list, from which each leaves in no time. */
  public final class Watch {
    private final long end;
    private final Runnable stop;
    private @Nullable Watch previous;
    private @Nullable Watch next;

    private Watch(long end, Runnable stop) {
      this.end = end;
      this.stop = stop;
    }

    /** The work has ended and is not stopped any more, unless that has begun already. */
    public void end() {
      synchronized (Watchdog.this) {
        remove(this);
      }
    }
  }
}
