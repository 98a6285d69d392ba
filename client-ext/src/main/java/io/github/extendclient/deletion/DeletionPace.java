package io.github.extendclient.deletion;

/** Limits the rate of a job's requests. */
@FunctionalInterface
interface DeletionPace {
  /**
   * Waits until the next request may be sent. Called by one thread of a job.
   *
   * @throws InterruptedException if the thread is interrupted, which ends the job
   */
  void acquire() throws InterruptedException;
}
