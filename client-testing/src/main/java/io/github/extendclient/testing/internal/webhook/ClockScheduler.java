package io.github.extendclient.testing.internal.webhook;

import io.github.extendclient.testing.internal.thread.ServerThreads;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs actions at times of a clock that a test may move. */
final class ClockScheduler implements AutoCloseable {
  /** The interval in which the clock is read. */
  private static final long CLOCK_CHECK_MILLIS = 2;

  private record Entry(Instant due, long number, Runnable action) {}

  private final Clock clock;
  private final ServerThreads threads;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
  private long lastNumber;
  private boolean started;
  private boolean closed;

  /**
   * A scheduler by a clock.
   *
   * @param name of its thread
   */
  ClockScheduler(Clock clock, Supplier<String> name) {
    this.clock = clock;
    this.threads = new ServerThreads(name);
  }

  /**
   * Runs an action at a time, or soon if the time has passed. The thread starts with the first
   * action.
   */
  synchronized void at(Instant due, Runnable action) {
    if (closed) {
      return;
    }
    entries.add(new Entry(due, ++lastNumber, action));
    if (!started) {
      started = true;
      threads.newThread(this::run).start();
    }
    notifyAll();
  }

  /** Drops all actions that have not run, and waits for the end of the one that runs. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      entries.clear();
      notifyAll();
    }
    threads.join();
  }

  private void run() {
    try {
      for (Runnable action = next(); action != null; action = next()) {
        run(action);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs an action; a failure is printed and does not prevent other actions. */
  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private synchronized @Nullable Runnable next() throws InterruptedException {
    while (!closed) {
      Entry first = entries.peek();
      if (first == null) {
        wait();
      } else if (first.due().isAfter(clock.instant())) {
        wait(CLOCK_CHECK_MILLIS);
      } else {
        return entries.remove().action();
      }
    }
    return null;
  }
}
