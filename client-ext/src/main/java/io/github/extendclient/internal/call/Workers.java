package io.github.extendclient.internal.call;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The client's own threads: named daemons, created on demand and ended after some idle seconds.
 * Their number is unbounded, so that no task waits for another; {@link RequestQueue} bounds the
 * requests.
 */
final class Workers implements Executor {
  private static final long IDLE_SECONDS = 5;

  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "extend-client-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  /**
   * Ends idle threads now and others after their tasks. Tasks of running calls are still accepted.
   */
  void close() {
    threads.setKeepAliveTime(0, TimeUnit.SECONDS);
  }
}
