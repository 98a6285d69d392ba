package io.github.extendclient.examples.frameworks;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.ExtendServerExtension;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.v20260209.model.File;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(ExtendServerExtension.class)
class TracedClientTest {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  @Test
  void everyAttemptIsASpanOfTheCaller(ExtendServer server) {
    server.faults().next("GET /files/{id}", Fault.status(503));
    Span caller = TELEMETRY.getOpenTelemetry().getTracer("test").spanBuilder("job").startSpan();
    Context.current().with(caller).wrap(() -> useFile(server)).run();
    caller.end();

    TELEMETRY
        .assertTraces()
        .hasTracesSatisfyingExactly(
            trace ->
                trace.hasSpansSatisfyingExactly(
                    span -> span.hasName("job").hasNoParent(),
                    span -> span.hasName("POST").hasAttribute(STATUS, 200L),
                    span -> span.hasName("GET").hasKind(SpanKind.CLIENT).hasAttribute(STATUS, 503L),
                    span ->
                        span.hasName("GET")
                            .hasKind(SpanKind.CLIENT)
                            .hasAttribute(STATUS, 200L)
                            .hasParentSpanId(caller.getSpanContext().getSpanId())));
    assertThat(server.requests())
        .allSatisfy(
            request ->
                assertThat(request.header("traceparent"))
                    .contains(caller.getSpanContext().getTraceId()));
  }

  private static void useFile(ExtendServer server) {
    try (ExtendClient extend =
        TracedClient.builder(TELEMETRY.getOpenTelemetry())
            .apiKey(server.apiKey())
            .baseUrl(server.url().toString())
            .build()) {
      File file =
          extend.files().upload(Upload.of("note.md", "A note".getBytes(StandardCharsets.UTF_8)));
      extend.files().retrieve(file.getId());
    }
  }
}
