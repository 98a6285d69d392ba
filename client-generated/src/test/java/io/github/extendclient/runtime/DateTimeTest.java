package io.github.extendclient.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-09T12:30:45Z",
        "2026-02-09T12:30:45.1Z",
        "2026-02-09T12:30:45.123Z",
        "2026-02-09T12:30:45.123456789Z",
        "2024-02-29T23:59:59.999999999Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2026-02-09T12:30:45+00:00",
        "2026-02-09T12:30:45.5-11:30",
        "2026-02-09T12:30Z",
        "2026-02-09T12:30:45.000000000Z",
      })
  void timesAreReadAsTheJdkReadsThem(String text) {
    assertThat(DateTime.ofText(text).toOffsetDateTime()).isEqualTo(OffsetDateTime.parse(text));
    assertThat(DateTime.ofText(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-30T12:30:45Z",
        "2026-13-01T12:30:45Z",
        "2026-02-09T24:30:45Z",
        "2026-02-09T12:60:45Z",
        "2026-02-09T12:30:60Z",
        "2026-02-09T12:30:45+0100",
        "2026-02-09T12:30:45+24:00",
        "2026-02-09T12:30:45-23:60",
        "2026-02-09T12:30:45+01:60",
        "2026-02-09T12:30:45.5",
        "2016-12-31T23:59:60+01:00",
        "2026-02-09T12:30:45.12x4Z",
        "2026-02-09T12:30:4xZ",
        "2026/02/09T12:30:45Z",
        "2026-02-09T12.30.45Z",
        "2026-02-09T12:30:45",
        "+026-02-09T12:30:45Z",
      })
  void textThatIsNotATimeIsKeptAndItsGetterThrows(String text) {
    DateTime time = DateTime.ofText(text);

    assertThat(time).hasToString(text);
    assertThatThrownBy(time::toOffsetDateTime)
        .isInstanceOf(DateTimeParseException.class)
        .hasMessageContaining("Text '" + text + "' could not be parsed");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-09 12:30:45Z, 2026-02-09T12:30:45Z",
    "2026-02-09t12:30:45z, 2026-02-09T12:30:45Z",
    "2026-02-09T12:30:45.12345678901234567890Z, 2026-02-09T12:30:45.123456789Z",
    "2026-02-09t12:30:45.1234567890+01:00, 2026-02-09T12:30:45.123456789+01:00",
    "2026-02-09T12:30:45-00:00, 2026-02-09T12:30:45Z",
    "2026-02-09 12:30:45-11:30, 2026-02-09T12:30:45-11:30",
    "2026-02-09T12:30:45+18:00, 2026-02-09T12:30:45+18:00",
    "2026-02-09T12:30:45+18:01, 2026-02-08T18:29:45Z",
    "2026-02-09T12:30:45.5-23:59, 2026-02-10T12:29:45.5Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "2017-01-01T00:59:60.5+01:00, 2017-01-01T00:59:59+01:00"
  })
  void everyFormOfRfc3339IsRead(String text, String time) {
    assertThat(DateTime.ofText(text).toOffsetDateTime()).isEqualTo(OffsetDateTime.parse(time));
  }

  @Test
  void anyTimeOfTheOwnFormIsReadAsTheJdkReadsIt() {
    Random random = new Random(20260209);
    for (int i = 0; i < 10_000; i++) {
      OffsetDateTime time =
          OffsetDateTime.of(1970 + random.nextInt(200), 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
              .plusSeconds(random.nextInt(366 * 24 * 3600))
              .plusNanos(random.nextInt(1_000_000_000) / (long) Math.pow(10, random.nextInt(10)));
      String text = DateTime.of(time).text();
      assertThat(DateTime.ofText(text).toOffsetDateTime()).isEqualTo(time);
    }
  }

  @Test
  void wholeMinutesAreSentWithTheirSeconds() {
    assertThat(DateTime.of(OffsetDateTime.parse("2026-02-09T12:30Z")).text())
        .isEqualTo("2026-02-09T12:30:00Z");
    assertThat(DateTime.of(OffsetDateTime.parse("2026-02-09T12:30:00.5+01:00")).text())
        .isEqualTo("2026-02-09T12:30:00.5+01:00");
  }

  @Test
  void equalityIsThatOfTheText() {
    assertThat(DateTime.ofText("2026-02-09T12:30:45Z"))
        .isEqualTo(DateTime.of(OffsetDateTime.parse("2026-02-09T12:30:45Z")))
        .hasSameHashCodeAs(DateTime.ofText("2026-02-09T12:30:45Z"))
        .isNotEqualTo(DateTime.ofText("2026-02-09T12:30:45.0Z"));
  }
}
