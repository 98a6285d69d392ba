package io.github.extendclient.bulk;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Passes tasks from workers and other threads to the engine's loop, its only consumer. */
final class Mailbox {
  private final Timeline timeline;
  private final Queue<Runnable> mail = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch arrived = new CountDownLatch(1);

  Mailbox(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Adds a task for the loop. Never blocks. */
  void add(Runnable task) {
    mail.add(task);
    arrived.countDown();
  }

  /** Runs all pending tasks; returns whether there were any. */
  boolean runAll() {
    arrived = new CountDownLatch(1);
    boolean any = false;
    for (Runnable next = mail.poll(); next != null; next = mail.poll()) {
      any = true;
      next.run();
    }
    return any;
  }

  /** Waits until a task arrives, at most for the given time. */
  void await(Duration most) throws InterruptedException {
    CountDownLatch latch = arrived;
    if (mail.isEmpty()) {
      timeline.await(latch, most);
    }
  }
}
