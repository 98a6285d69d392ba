package io.github.extendclient.runtime;

/**
 * The categories of the API's rate limits.
 *
 * @see <a href="https://docs.extend.ai/2026-02-09/general/rate-limits">Rate limits</a>
 */
public enum RateLimitCategory {
  /** Reads. */
  GET,
  /** Changes that start no processing. */
  WRITE,
  /** Submissions of files for processing, which cost credits. */
  RUN
}
