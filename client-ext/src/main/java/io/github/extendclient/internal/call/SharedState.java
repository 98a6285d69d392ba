package io.github.extendclient.internal.call;

import io.github.extendclient.internal.retry.RetryBudget;

/** What a client has in common with all its views. */
final class SharedState {
  final RetryBudget budget = new RetryBudget();
  private volatile boolean closed;

  void close() {
    closed = true;
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "This client is closed: make the call before close(), or build another client.");
    }
  }
}
