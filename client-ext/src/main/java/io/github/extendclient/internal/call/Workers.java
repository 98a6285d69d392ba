package io.github.extendclient.internal.call;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The client's own threads: daemons with names, made when they are needed and ended when they were
 * idle for some seconds. Their number has no bound of its own, so that none ever waits for another;
 * {@link RequestQueue} bounds the requests.
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

  /** Idle threads end now, others when they have nothing to do. What calls still need is run. */
  void close() {
    threads.setKeepAliveTime(0, TimeUnit.SECONDS);
  }
}
