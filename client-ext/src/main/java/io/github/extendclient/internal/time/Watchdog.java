package io.github.extendclient.internal.time;

import io.github.extendclient.internal.log.Loggers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Ends calls whose deadline has passed, in any state, and blocking calls whose thread is
 * interrupted, since a socket read ignores interrupts. Nearly all calls end earlier, so starting
 * and ending a watch is cheap: a thread wakes up at a deadline, every 50 ms while blocking calls
 * are under way, and otherwise every few seconds.
 *
 * <p>Calls start and end watches on any thread. The timer's thread, shared by all clients of the
 * process, ends overdue calls. The lock guards the lists of watches and the planned wake-up.
 */
public final class Watchdog {
  /** The watchdog of the process, in real time. */
  public static final Watchdog INSTANCE = new Watchdog(SystemTimeline.INSTANCE);

  private static final Logger LOG = Loggers.named("io.github.extendclient.deadlines");

  // The timer's thread lives while a task is planned: let it end soon after the last call, not at
  // the deadline of that call.
  private static final long LONGEST_SLEEP = Duration.ofSeconds(5).toNanos();

  // Detects an interrupt within 100 ms, so that a shutdown is not delayed.
  private static final long LOOK_AT_THREADS = Duration.ofMillis(50).toNanos();

  private final Timeline timeline;
  private final Watches watches = new Watches();
  private final Watches watchesOfThreads = new Watches();
  private long wakeTime;
  private @Nullable Runnable dropWake;

  Watchdog(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * Watches a call that does not block its caller.
   *
   * @param nanos the remaining time; zero or negative ends the call at once
   * @param overdue ends the call; runs on a shared thread, so it must neither block nor run users'
   *     code
   * @return the watch, to be ended with the call
   */
  public Watch watch(long nanos, Runnable overdue) {
    return watch(nanos, new Watch(watches, overdue, null, () -> {}));
  }

  /**
   * Watches a call that blocks a thread.
   *
   * @param nanos the remaining time; zero or negative ends the call at once
   * @param overdue ends the call, as in the other method
   * @param thread the blocked thread
   * @param interrupted like {@code overdue}, called if the thread is interrupted
   * @return the watch, to be ended with the call
   */
  public Watch watch(long nanos, Runnable overdue, Thread thread, Runnable interrupted) {
    return watch(nanos, new Watch(watchesOfThreads, overdue, thread, interrupted));
  }

  private Watch watch(long nanos, Watch watch) {
    long now = timeline.nanoTime();
    watch.end = now + nanos;
    long sleep = watch.thread == null ? nanos : Math.min(nanos, LOOK_AT_THREADS);
    synchronized (this) {
      watch.list.add(watch);
      if (dropWake == null || now + sleep - wakeTime < 0) {
        sleep(now, sleep);
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
    for (Runnable stop : takeStops()) {
      try {
        stop.run();
      } catch (Throwable e) {
        LOG.warn("A call whose time is over could not be stopped.", e);
      }
    }
  }

  private synchronized List<Runnable> takeStops() {
    // A wake-up that was cancelled too late finds another one planned.
    dropSleep();
    List<Runnable> stops = new ArrayList<>();
    long now = timeline.nanoTime();
    long next = Math.min(watches.take(now, stops), watchesOfThreads.take(now, stops));
    if (watchesOfThreads.first != null) {
      sleep(now, Math.min(next, LOOK_AT_THREADS));
    } else if (watches.first != null) {
      sleep(now, next);
    }
    return stops;
  }

  /** A list with removal in constant time, guarded by the watchdog's lock. */
  private static final class Watches {
    private @Nullable Watch first;

    void add(Watch watch) {
      watch.next = first;
      if (first != null) {
        first.previous = watch;
      }
      first = watch;
    }

    void remove(Watch watch) {
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

    /** Removes the calls to stop; returns the time to the next deadline. */
    long take(long now, List<Runnable> stops) {
      long soonest = LONGEST_SLEEP;
      Watch next;
      for (Watch watch = first; watch != null; watch = next) {
        next = watch.next;
        long left = watch.end - now;
        if (left <= 0) {
          stops.add(watch.overdue);
          remove(watch);
        } else if (watch.thread != null && watch.thread.isInterrupted()) {
          stops.add(watch.interrupted);
          remove(watch);
        } else {
          soonest = Math.min(soonest, left);
        }
      }
      return soonest;
    }
  }

  /** A watched call. */
  public final class Watch {
    private final Watches list;
    private final Runnable overdue;
    private final @Nullable Thread thread;
    private final Runnable interrupted;
    private long end;
    private @Nullable Watch previous;
    private @Nullable Watch next;

    private Watch(Watches list, Runnable overdue, @Nullable Thread thread, Runnable interrupted) {
      this.list = list;
      this.overdue = overdue;
      this.thread = thread;
      this.interrupted = interrupted;
    }

    /** Ends the watch: the call is not stopped any more, unless stopping has already begun. */
    public void end() {
      synchronized (Watchdog.this) {
        list.remove(this);
      }
    }
  }
}
