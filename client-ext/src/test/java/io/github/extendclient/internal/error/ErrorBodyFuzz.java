package io.github.extendclient.internal.error;

import static io.github.extendclient.internal.error.Exceptions.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;
import io.github.extendclient.internal.retry.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Any response with an error status becomes our exception. The first line of an input is the header
 * {@code Retry-After}, the rest is the body.
 */
class ErrorBodyFuzz {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final FailedCall CALL =
      new FailedCall("GET", "/things/{id}", 1, Duration.ZERO, false);

  @FuzzTest(maxDuration = "5s")
  void anyAnswerBecomesAnException(byte[] input) {
    String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    String body = parts.length == 2 ? parts[1] : "";
    Duration wait = RetryAfter.read(List.of(parts[0]), null, NOW);

    ApiError error = ErrorBodyReader.read(503, body, "req_header", wait);

    assertThat(error.status()).isEqualTo(503);
    assertThat(error.rawBody()).isEqualTo(body);
    assertThat(error.requestId()).isNotNull();
    if (wait != null) {
      assertThat(wait.isNegative()).isFalse();
    }
    assertThat(MAKER.response(CALL, error, "").getMessage()).startsWith("GET /things/{id} ");
  }
}
