package io.github.extendclient.testing.internal.thread;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Creates the threads of a server and waits for their end. They are daemons, so that neither a
 * server that is not closed nor an abandoned thread keeps the JVM alive.
 */
public final class ServerThreads implements ThreadFactory {
  /**
   * How long closing waits for all threads of one kind; the rest ends in the background. A server
   * has four kinds and is closed within a second.
   */
  private static final Duration CLOSE_TIME = Duration.ofMillis(250);

  private final Supplier<String> name;
  private final AtomicInteger count = new AtomicInteger();

  /** All threads that may be alive. An executor is terminated before its threads have ended. */
  private final Set<Thread> threads =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Threads with this name and a number behind it. */
  public ServerThreads(Supplier<String> name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name.get() + "-" + count.incrementAndGet());
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  /** Waits until the threads have ended, up to a limit. */
  public void join() {
    long end = System.nanoTime() + CLOSE_TIME.toNanos();
    try {
      for (Thread thread : List.copyOf(threads)) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left > 0) {
          thread.join(left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
