package io.github.extendclient.internal.config;

/**
 * The settings of retries.
 *
 * @param maxAttempts the maximum of requests per call, at least 1
 * @param retryCreatesMarkedRetryable whether to retry operations that are not idempotent after any
 *     failure that the server marks as retryable
 */
public record RetrySettings(int maxAttempts, boolean retryCreatesMarkedRetryable) {
  /** Three attempts; no create can take effect twice. */
  public static final RetrySettings DEFAULT = new RetrySettings(3, false);
}
