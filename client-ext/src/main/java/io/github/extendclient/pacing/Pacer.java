package io.github.extendclient.pacing;

import io.github.extendclient.runtime.RateLimitCategory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Delays requests so that a client stays below the API's rate limits, which apply per organization
 * and {@link RateLimitCategory}. For a single process, use {@link
 * io.github.extendclient.ExtendClientBuilder#rateLimit}; implement this interface for a fleet that
 * shares one limit, for example in Redis through Bucket4j:
 *
 * <pre>{@code
 * Map<RateLimitCategory, Bucket> buckets = ...; // of Bucket4j's Redis proxy manager
 * Pacer shared =
 *     category -> {
 *       long wait = buckets.get(category).consumeIgnoringRateLimits(1);
 *       long turn = System.nanoTime() + wait;
 *       return () -> Duration.ofNanos(turn - System.nanoTime());
 *     };
 * ExtendClient.builder().pacer(shared).build();
 * }</pre>
 *
 * <p>Called by each attempt of each call, on the calling thread or, for later attempts and reads of
 * asynchronous calls, on a thread of the client: an implementation must be quick and thread-safe.
 * If {@link #reserve} or {@link Turn#remaining} throws, the request is not sent and the call fails
 * with that cause; exceptions of the other methods are logged.
 *
 * @see <a href="https://docs.extend.ai/2026-02-09/general/rate-limits">Rate limits</a>
 */
@FunctionalInterface
public interface Pacer {
  /**
   * Reserves a turn for a request.
   *
   * @param category the rate limit category of the request
   * @return the turn
   */
  Turn reserve(RateLimitCategory category);

  /**
   * Called after the server rejected a request with status 429.
   *
   * @param category the category of the exceeded limit
   * @param retryAfter the wait that the server demands; null if it demands none, or more than
   *     {@link io.github.extendclient.ExtendClientBuilder#maxRetryAfter}
   */
  default void throttled(RateLimitCategory category, @Nullable Duration retryAfter) {}

  /** The turn of one request. */
  @FunctionalInterface
  interface Turn {
    /**
     * Returns how long the request must wait from now. Called again after each wait, so a turn can
     * be postponed.
     *
     * @return the wait; zero or negative if the request may be sent now
     */
    Duration remaining();

    /**
     * Releases the turn of a request that is not sent: it was cancelled, or its turn is after its
     * deadline.
     */
    default void cancel() {}
  }
}
