package io.github.extendclient.bulk;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** What workers and other threads tell the engine's loop, which alone empties it. */
final class Mailbox {
  private final Timeline timeline;
  private final Queue<Runnable> mail = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch arrived = new CountDownLatch(1);

  Mailbox(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Has the loop do something. Never blocks. */
  void add(Runnable task) {
    mail.add(task);
    arrived.countDown();
  }

  /** Does all that there is to do; returns whether there was anything. */
  boolean empty() {
    arrived = new CountDownLatch(1);
    boolean any = false;
    for (Runnable next = mail.poll(); next != null; next = mail.poll()) {
      any = true;
      next.run();
    }
    return any;
  }

  /** Waits until something arrives, at most so long. */
  void await(Duration most) throws InterruptedException {
    CountDownLatch latch = arrived;
    if (mail.isEmpty()) {
      timeline.await(latch, most);
    }
  }
}
