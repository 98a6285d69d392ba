package io.github.extendclient.internal.call;

import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.id.IdCheck;
import io.github.extendclient.internal.retry.Backoff;
import io.github.extendclient.internal.retry.RetryBudget;
import io.github.extendclient.internal.retry.RetryRules;

/** What all calls of a client share. */
final class CallEngine {
  final ClientConfig config;
  final IdCheck ids;
  final RetryRules rules;
  final RetryBudget budget = new RetryBudget();
  final Backoff backoff;
  final AttemptLog log;
  private volatile boolean closed;

  CallEngine(ClientConfig config, IdCheck ids) {
    this.config = config;
    this.ids = ids;
    this.rules = new RetryRules(config.retries());
    this.backoff = new Backoff(config.random());
    this.log = new AttemptLog(config.listener(), config.retries().maxAttempts());
  }

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
