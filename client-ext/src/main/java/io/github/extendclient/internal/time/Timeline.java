package io.github.extendclient.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The clock and the waits of a client: the system's, or virtual ones in tests. */
public interface Timeline {
  /**
   * Returns the time of a monotonic clock.
   *
   * @return nanoseconds since an arbitrary origin
   */
  long nanoTime();

  /**
   * Returns the time of day, to compare with dates from a server.
   *
   * @return the current instant
   */
  Instant now();

  /**
   * Blocks the calling thread.
   *
   * @param ended ends the wait early when it reaches zero
   * @param wait the time to wait
   * @return true if the wait ended early
   * @throws InterruptedException if the thread is interrupted
   */
  boolean await(CountDownLatch ended, Duration wait) throws InterruptedException;

  /**
   * Runs a short task later, on a thread shared by other waits.
   *
   * @param task must not block
   * @param delay the time to wait
   * @return a handle that cancels the task if it has not started
   */
  Runnable schedule(Runnable task, Duration delay);
}
