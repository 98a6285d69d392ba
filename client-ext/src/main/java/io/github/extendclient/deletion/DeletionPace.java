package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.SystemTimeline;

/**
 * Limits the rate of a sweep's requests. Any rate limiter with a blocking method fits, such as one
 * shared by a fleet of programs:
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
   * Returns a pace with even intervals and no bursts, even after a pause. It makes up for at most
   * one late interval.
   *
   * @param requests requests per second, such as 10 or 0.5
   * @return a pace that several sweeps may share
   * @throws IllegalArgumentException if the number is not positive
   */
  static DeletionPace perSecond(double requests) {
    return new EvenPace(requests, SystemTimeline.INSTANCE);
  }
}
