package io.github.extendclient.internal.time;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The library's own threads: named daemons, created on demand and ended after some idle seconds.
 * Their number is unbounded, so that no task waits for another; the queue of requests bounds those
 * that send.
 */
public final class Workers implements Executor {
  private static final long IDLE_SECONDS = 5;

  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor threads;

  /**
   * Creates a pool without threads.
   *
   * @param name the beginning of the names of its threads, which are numbered
   */
  public Workers(String name) {
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  /**
   * Ends idle threads now and others after their tasks. Tasks of running calls are still accepted.
   */
  public void close() {
    threads.setKeepAliveTime(0, TimeUnit.SECONDS);
  }
}
