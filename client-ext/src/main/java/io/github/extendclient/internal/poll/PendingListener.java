package io.github.extendclient.internal.poll;

import java.time.Duration;

/** Receives each pending run, on the thread that read it, before the next wait. */
@FunctionalInterface
public interface PendingListener {
  /**
   * Called after a read that found the run pending.
   *
   * @param id the ID of the run
   * @param reads the number of reads so far
   * @param elapsed the time since the poll started
   * @param nextIn the wait until the next read
   * @param run the run
   */
  void stillPending(String id, int reads, Duration elapsed, Duration nextIn, Object run);
}
