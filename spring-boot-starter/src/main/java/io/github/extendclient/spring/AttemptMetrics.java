package io.github.extendclient.spring;

import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.attempt.AttemptListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Times every attempt as {@code extend.attempts}, by operation, status and whether it is retried.
 * Without IDs, so that there are as many time series as operations.
 */
final class AttemptMetrics implements AttemptListener {
  private final MeterRegistry registry;

  AttemptMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void attemptEnded(AttemptEvent event) {
    Timer.builder("extend.attempts")
        .description("Requests to the Extend API")
        .tag("operation", event.operationId())
        .tag("status", event.status() == null ? "none" : event.status().toString())
        .tag("retried", Boolean.toString(event.nextIn() != null))
        .register(registry)
        .record(event.elapsed());
  }
}
