package io.github.extendclient.pacing;

import io.github.extendclient.runtime.RunCategory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests back so that a client stays below the API's rate limits instead of running into
 * them. The limits are counted per organization and {@link RunCategory}. For a single process,
 * {@link io.github.extendclient.ExtendClientBuilder#rateLimit} is all that is needed; this
 * interface is for a fleet that shares one limit, for example in Redis through Bucket4j:
 *
 * <pre>{@code
 * Map<RunCategory, Bucket> buckets = ...; // of Bucket4j's Redis proxy manager
 * Pacer shared =
 *     category -> {
 *       long wait = buckets.get(category).consumeIgnoringRateLimits(1);
 *       long turn = System.nanoTime() + wait;
 *       return () -> Duration.ofNanos(turn - System.nanoTime());
 *     };
 * ExtendClient.builder().pacer(shared).build();
 * }</pre>
 *
 * <p>Every attempt of every call asks, on the calling thread or, for asynchronous calls, also on
 * the thread that all waits share: an implementation must be quick and thread-safe. If {@link
 * #next} or {@link Turn#remaining} throws, the call fails with that as its cause, and the request
 * is not sent; what the other methods throw is logged.
 *
 * @see <a href="https://docs.extend.ai/2026-02-09/general/rate-limits">Rate limits</a>
 */
@FunctionalInterface
public interface Pacer {
  /**
   * Puts a request in the line.
   *
   * @param category the limit that the request counts against
   * @return when it may be sent
   */
  Turn next(RunCategory category);

  /**
   * The server turned a request away with status 429.
   *
   * @param category the limit that was exceeded
   * @param retryAfter how long the server asks to wait; null if it does not say, or asks for more
   *     than {@link io.github.extendclient.ExtendClientBuilder#maxRetryAfter}
   */
  default void throttled(RunCategory category, @Nullable Duration retryAfter) {}

  /** The place of one request in the line. */
  @FunctionalInterface
  interface Turn {
    /**
     * How long the request must wait from now. Asked again after each wait, so that a turn can be
     * put off.
     *
     * @return zero or negative if it may be sent now
     */
    Duration remaining();

    /**
     * The request is not sent after all: it was cancelled, or its turn comes after its deadline.
     */
    default void giveUp() {}
  }
}
