package io.github.extendclient.internal.retry;

/**
 * Keeps retries from multiplying the load of a server that is already down. A bucket of tokens
 * shared by all calls of a client: a retry takes some, a success gives them back. While the bucket
 * is empty, calls fail after their first attempt.
 */
public final class RetryBudget {
  // The numbers are those that a large cloud vendor's clients settled on: about 35 retries in a row
  // without any success, then none.
  private static final int CAPACITY = 500;
  private static final int TRANSIENT_COST = 14;
  private static final int THROTTLING_COST = 5;
  private static final int REFUND_OF_FIRST_ATTEMPT = 1;

  private int tokens = CAPACITY;

  /**
   * Takes the tokens of one retry.
   *
   * @param throttled whether the server asked to slow down, which costs less than a failure
   * @return what was taken, to be given back if the retry succeeds; 0 if there is not enough
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
   * Gives tokens back after a success.
   *
   * @param taken what the last retry of the call took; 0 if its first attempt succeeded
   */
  public synchronized void refund(int taken) {
    tokens = Math.min(CAPACITY, tokens + Math.max(taken, REFUND_OF_FIRST_ATTEMPT));
  }
}
