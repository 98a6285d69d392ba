package io.github.extendclient.testsupport;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Time that the test moves; nothing runs before. */
public final class ManualTimeline implements Timeline {
  private record Task(long at, Runnable run) {}

  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
  private long now;
  private int planned;

  /** How many tasks were ever planned. */
  public synchronized int planned() {
    return planned;
  }

  /** How many tasks are planned now. */
  public synchronized int tasks() {
    return tasks.size();
  }

  /** Runs what is planned up to then, in order. */
  public void advanceTo(Duration time) {
    for (Task next = due(time.toNanos()); next != null; next = due(time.toNanos())) {
      next.run().run();
    }
  }

  private synchronized @Nullable Task due(long until) {
    Task next = tasks.peek();
    if (next == null || next.at() > until) {
      now = until;
      return null;
    }
    now = next.at();
    return tasks.remove();
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusNanos(nanoTime());
  }

  @Override
  public boolean await(CountDownLatch ended, Duration wait) {
    throw new AssertionError("A thread is held.");
  }

  @Override
  public synchronized Runnable schedule(Runnable task, Duration delay) {
    Task scheduled = new Task(now + delay.toNanos(), task);
    tasks.add(scheduled);
    planned++;
    return () -> {
      synchronized (this) {
        tasks.remove(scheduled);
      }
    };
  }
}
