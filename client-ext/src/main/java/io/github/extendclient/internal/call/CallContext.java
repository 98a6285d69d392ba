package io.github.extendclient.internal.call;

import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.id.IdCheck;
import io.github.extendclient.internal.retry.Backoff;
import io.github.extendclient.internal.retry.RetryBudget;
import io.github.extendclient.internal.retry.RetryRules;

/** The state shared by all calls of a client, or of one of its views. */
final class CallContext {
  final ClientConfig config;
  final IdCheck ids;
  final RetryRules rules;
  final RetryBudget budget;
  final Backoff backoff;
  final Pacing pacing;
  final AttemptLog log;
  final ClientState client;

  /** Drops the idle connections after one was dead; nothing for a user's own HTTP client. */
  final Runnable dropIdleConnections;

  CallContext(ClientConfig config, IdCheck ids, ClientState client, Runnable dropIdleConnections) {
    this.config = config;
    this.ids = ids;
    this.client = client;
    this.dropIdleConnections = dropIdleConnections;
    this.rules = new RetryRules(config.retries());
    this.budget = client.budget;
    this.backoff = new Backoff(config.random());
    this.pacing = new Pacing(config.pacer(), config.maxRetryAfter());
    this.log = new AttemptLog(config.listener(), config.retries().maxAttempts());
  }
}
