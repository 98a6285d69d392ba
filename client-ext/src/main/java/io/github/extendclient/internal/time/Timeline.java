package io.github.extendclient.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The time that a client lives in: the system's, or a virtual one in tests. */
public interface Timeline {
  /**
   * A clock for measuring, unaffected by changes of the system's time.
   *
   * @return nanoseconds since an arbitrary origin
   */
  long nanoTime();

  /**
   * The time of day, to compare with dates that a server sends.
   *
   * @return the present instant
   */
  Instant now();

  /**
   * Blocks the calling thread.
   *
   * @param ended ends the wait early when it reaches zero
   * @param wait how long to wait
   * @return true if the wait was ended early
   * @throws InterruptedException if the thread is interrupted
   */
  boolean await(CountDownLatch ended, Duration wait) throws InterruptedException;

  /**
   * Runs a short task later, on a thread that other waits share.
   *
   * @param task must not block
   * @param delay how long to wait
   * @return drops the task if it has not run yet
   */
  Runnable schedule(Runnable task, Duration delay);
}
