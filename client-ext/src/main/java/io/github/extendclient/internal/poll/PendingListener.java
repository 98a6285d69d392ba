package io.github.extendclient.internal.poll;

import java.time.Duration;

/** Is told of a run that is still pending, on the thread that read it, before the next wait. */
@FunctionalInterface
public interface PendingListener {
  /**
   * A read has found the run pending.
   *
   * @param id of the run
   * @param reads so far
   * @param elapsed since the poll began
   * @param nextIn the wait until the next read
   * @param run what was read
   */
  void stillPending(String id, int reads, Duration elapsed, Duration nextIn, Object run);
}
