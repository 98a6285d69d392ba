package io.github.extendclient.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  /** Returns the largest number of the requested range. */
  private static final class Greatest implements RandomGenerator {
    @Override
    public long nextLong() {
      throw new AssertionError("a bound is always given");
    }

    @Override
    public long nextLong(long bound) {
      return bound - 1;
    }
  }

  private static Duration longest(int attempt, boolean throttled, @Nullable Duration retryAfter) {
    return new Backoff(new Greatest()).after(attempt, throttled, retryAfter);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 100",
    "2, 200",
    "3, 400",
    "8, 12800",
    "9, 20000",
    "11, 20000",
    "12, 20000",
    "1000, 20000"
  })
  void doublesFrom100MillisecondsTo20Seconds(int attempt, long millis) {
    assertThat(longest(attempt, false, null)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 2000", "5, 16000", "6, 20000", "1000, 20000"})
  void startsWithASecondAfterA429(int attempt, long millis) {
    assertThat(longest(attempt, true, null)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void theJitterComesOnTopOfWhatTheServerAsksFor() {
    assertThat(longest(1, false, Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(60_100));
  }

  @Test
  void theJitterBeginsAtNothing() {
    Backoff backoff = new Backoff(new Random(1));
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 1000; i++) {
      shortest = Math.min(shortest, backoff.after(1, false, null).toMillis());
    }

    assertThat(shortest).isZero();
  }
}
