package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.RateLimitException;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server may write into {@code Retry-After}; the clock says 2026-11-21 12:00:00 GMT. */
class RetryAfterTest extends MockServerFixture {
  private static final Duration MOST_JITTER = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "1 | PT1S",
        "1.5 | PT1.5S",
        "-1 | PT0S",
        "'' | PT0S",
        "abc | PT0S",
        "Sat, 21 Nov 2026 12:00:05 GMT | PT5S",
        "Sat, 21 Nov 2026 11:59:00 GMT | PT0S",
        "Sat, 21 Nov 2026 14:00:05 +0200 | PT5S",
        "Sat, 21 Nov 2026 12:00:05 CET | PT0S",
      })
  void retryAfterIsTheShortestWait(String value, Duration floor) {
    enqueue(error(429, "", "Retry-After: " + value), TestClient.ok());

    client.things().get("th_1");

    assertThat(client.timeline().waits()).hasSize(1);
    assertThat(client.timeline().waits().get(0)).isBetween(floor, floor.plus(MOST_JITTER));
  }

  @Test
  void theLongerOfTwoHeadersCounts() {
    enqueue(error(429, "", "Retry-After: 7", "Retry-After: 3"), TestClient.ok());

    client.things().get("th_1");

    assertThat(client.timeline().waits().get(0))
        .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
  }

  @Test
  void isIgnoredOnASuccess() {
    enqueue(TestClient.ok().newBuilder().addHeader("Retry-After: 60").build());

    client.things().get("th_1");

    assertThat(client.timeline().waits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"120", "1000000000000", "99999999999999999"})
  void aWaitBeyondTheDeadlineFailsAtOnceAndIsNamed(String value) {
    client.deadline(Duration.ofSeconds(5)).maxRetryAfter(Duration.ofSeconds(Long.MAX_VALUE));
    enqueue(error(429, "{\"message\":\"Slow down.\"}", "Retry-After: " + value));

    RateLimitException failure =
        catchThrowableOfType(RateLimitException.class, () -> client.things().get("th_1"));

    assertThat(client.timeline().waits()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(Long.parseLong(value)));
    assertThat(failure.getMessage())
        .matches(
            "GET /things/\\{id} returned 429: Slow down\\. Send fewer requests at a time, or wait"
                + " before sending this one again\\. It was not tried again: the wait of "
                + value
                + "(\\.\\d+)? s does not fit into the 5 s that are left of 5 s\\.");
  }

  @ParameterizedTest
  @CsvSource({"301, 301 s", "1795823000, 1795823000 s", "30000, 30000 s"})
  void aRetryAfterBeyondTheMaximumFailsAtOnce(String value, String named) {
    client.deadline(Duration.ofDays(1));
    enqueue(error(429, "{\"message\":\"Slow down.\"}", "Retry-After: " + value));

    RateLimitException failure =
        catchThrowableOfType(RateLimitException.class, () -> client.things().get("th_1"));

    assertThat(client.timeline().waits()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(failure)
        .hasMessage(
            "GET /things/{id} returned 429: Slow down. Send fewer requests at a time, or wait before"
                + " sending this one again. It was not tried again: the server asks to wait "
                + named
                + ", and the longest wait that this client takes is 300 s (maxRetryAfter).");
  }

  @Test
  void aRetryAfterOfExactlyTheMaximumIsObeyed() {
    client.deadline(Duration.ofDays(1)).maxRetryAfter(Duration.ofSeconds(30));
    enqueue(error(429, "", "Retry-After: 30"), TestClient.ok());

    client.things().get("th_1");

    assertThat(client.timeline().waits().get(0))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
  }

  @ParameterizedTest
  @CsvSource({
    "'Sat, 21 Nov 2026 12:10:00 GMT', 'Sat, 21 Nov 2026 12:10:03 GMT'",
    "'Sat, 21 Nov 2026 11:50:00 GMT', 'Sat, 21 Nov 2026 11:50:03 GMT'",
    "'not a date', 'Sat, 21 Nov 2026 12:00:03 GMT'"
  })
  void aDateIsReadAgainstTheClockOfTheServer(String date, String retryAfter) {
    enqueue(error(429, "", "Date: " + date, "Retry-After: " + retryAfter), TestClient.ok());

    client.things().get("th_1");

    assertThat(client.timeline().waits().get(0))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
  }
}
