package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class TestClockTest {
  @Test
  void standsUntilItIsMoved() {
    TestClock clock = new TestClock(Instant.EPOCH);

    clock.advance(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(3));
  }

  @Test
  void movesInAllZonesAtOnce() {
    TestClock clock = new TestClock(Instant.EPOCH);
    TestClock there = clock.withZone(ZoneId.of("Europe/Berlin"));

    clock.advance(Duration.ofSeconds(3));

    assertThat(there.instant()).isEqualTo(Instant.ofEpochSecond(3));
    assertThat(there.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void doesNotMoveBack() {
    assertThatThrownBy(() -> new TestClock().advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a clock moves forward only, but the duration is PT-1S");
  }
}
