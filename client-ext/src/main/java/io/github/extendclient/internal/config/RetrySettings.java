package io.github.extendclient.internal.config;

/**
 * What the user may decide about retries.
 *
 * @param maxAttempts how many requests a call may make, at least 1
 * @param retryCreatesWhenServerSaysSo whether an operation that may take effect twice is sent again
 *     after any failure that the server itself calls retryable
 */
public record RetrySettings(int maxAttempts, boolean retryCreatesWhenServerSaysSo) {
  /** Three attempts, and no create is risked. */
  public static final RetrySettings DEFAULT = new RetrySettings(3, false);
}
