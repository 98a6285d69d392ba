package io.github.extendclient.examples.frameworks;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.github.extendclient.attempt.AttemptEvent;
import io.github.extendclient.runtime.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpMetricsEventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Invocation;

/** Metrics with Micrometer: requests by operation and status, and retries by reason. */
final class MeteredClient {
  private MeteredClient() {}

  static ExtendClientBuilder builder(MeterRegistry registry) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListener(
                OkHttpMetricsEventListener.builder(registry, "extend.requests")
                    .uriMapper(MeteredClient::operation)
                    .includeHostTag(false)
                    .build())
            .build();
    return ExtendClient.builder().httpClient(http).attemptListener(event -> count(event, registry));
  }

  /**
   * The name of the operation in place of the URL with its IDs, so that there are few time series.
   */
  private static String operation(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    Operation operation =
        invocation == null ? null : invocation.method().getAnnotation(Operation.class);
    return operation == null ? "other" : operation.id();
  }

  private static void count(AttemptEvent event, MeterRegistry registry) {
    if (event.nextIn() != null) {
      String cause = event.status() == null ? "no response" : event.status().toString();
      registry
          .counter("extend.retries", "operation", event.operationId(), "cause", cause)
          .increment();
    }
  }
}
