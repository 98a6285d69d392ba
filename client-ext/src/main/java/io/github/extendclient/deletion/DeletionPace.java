package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.SystemTimeline;

/**
 * Holds a sweep back before each request. Anything with a method that waits for a permit fits, such
 * as a limiter that a fleet of programs shares:
 *
 * <pre>{@code
 * extend.deletions().pace(() -> bucket.asBlocking().consume(1)).run(ids);
 * }</pre>
 *
 * <p>The limits of the API are for the whole organization, so leave room for everything else that
 * uses it.
 *
 * @see <a href="https://docs.extend.ai/2026-02-09/general/rate-limits">Rate limits</a>
 */
@FunctionalInterface
public interface DeletionPace {
  /**
   * Waits until the next request may be sent. Called by one thread of a sweep.
   *
   * @throws InterruptedException if the thread is interrupted, which ends the sweep
   */
  void acquire() throws InterruptedException;

  /**
   * An even pace: no bursts, even after a pause. What waits late by a little catches up.
   *
   * @param requests how many a second, such as 10 or 0.5
   * @return may be shared by several sweeps
   * @throws IllegalArgumentException if it is not a positive number
   */
  static DeletionPace perSecond(double requests) {
    return new EvenPace(requests, SystemTimeline.INSTANCE);
  }
}
