package io.github.extendclient.internal.retry;

/**
 * Prevents retries from multiplying the load of a failing server. A token bucket shared by all
 * calls of a client: a retry takes tokens, a success returns them. While the bucket is empty, calls
 * fail after their first attempt.
 */
public final class RetryBudget {
  // The numbers are those of a large cloud vendor's clients: about 35 consecutive retries without
  // success, then none.
  private static final int CAPACITY = 500;
  private static final int TRANSIENT_COST = 14;
  private static final int THROTTLING_COST = 5;
  private static final int REFUND_OF_FIRST_ATTEMPT = 1;

  private int tokens = CAPACITY;

  /**
   * Takes the tokens of one retry.
   *
   * @param throttled whether the server throttled the request, which costs less than a failure
   * @return the tokens taken, to be refunded if the retry succeeds; 0 if there are too few
   */
  public synchronized int take(boolean throttled) {
    int cost = throttled ? THROTTLING_COST : TRANSIENT_COST;
    if (tokens < cost) {
      return 0;
    }
    tokens -= cost;
    return cost;
  }

  /**
   * Returns tokens after a success.
   *
   * @param taken the tokens of the call's last retry; 0 if its first attempt succeeded
   */
  public synchronized void refund(int taken) {
    tokens = Math.min(CAPACITY, tokens + Math.max(taken, REFUND_OF_FIRST_ATTEMPT));
  }
}
