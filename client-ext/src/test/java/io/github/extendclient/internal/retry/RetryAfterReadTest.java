package io.github.extendclient.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterReadTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "1 | PT1S",
        "1.5 | PT1.5S",
        "0.000000001 | PT0.000000001S",
        "' 2 ' | PT2S",
        "1000000000000 | PT1000000000000S",
        "999999999999999999 | PT999999999999999999S",
        "1000000000000000000 | PT999999999999999999S",
        "99999999999999999999999.5 | PT999999999999999999S",
        "Sat, 21 Nov 2026 12:00:30 GMT | PT30S",
        "Sat, 21 Nov 2026 12:00:00 GMT | PT0S",
        "Sat, 21 Nov 2026 11:59:59 GMT | PT0S",
        "Sat, 21 Nov 2026 13:00:30 +0100 | PT30S",
      })
  void readsSecondsFractionsAndDates(String value, Duration wait) {
    assertThat(RetryAfter.read(List.of(value), null, NOON)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "-1",
        "1.",
        ".5",
        "1e3",
        "+1",
        "0.0000000001",
        "٣",
        "Sun, 21 Nov 2026 12:00:30 GMT",
        "2026-11-21T12:00:30Z"
      })
  void ignoresOtherValues(String value) {
    assertThat(RetryAfter.read(List.of(value), null, NOON)).isNull();
  }

  @Test
  void takesTheLongestOfSeveral() {
    assertThat(RetryAfter.read(List.of("2", "abc", "7", "3"), null, NOON))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(RetryAfter.read(List.of(), null, NOON)).isNull();
  }
}
