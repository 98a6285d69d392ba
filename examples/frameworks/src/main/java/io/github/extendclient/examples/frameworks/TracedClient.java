package io.github.extendclient.examples.frameworks;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.ExtendClientBuilder;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.okhttp.v3_0.OkHttpTelemetry;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** Traces with OpenTelemetry: a span for each attempt, as a child of the caller's span. */
final class TracedClient {
  // The synchronous operations may hold the connection for 5 minutes.
  private static final Duration LONGEST_RESPONSE = Duration.ofMinutes(6);

  private TracedClient() {}

  /** A call factory keeps its own timeouts; redirects and repetitions are the client's business. */
  static ExtendClientBuilder builder(OpenTelemetry telemetry) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .readTimeout(LONGEST_RESPONSE)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
    return ExtendClient.builder()
        .callFactory(OkHttpTelemetry.create(telemetry).createCallFactory(http));
  }
}
