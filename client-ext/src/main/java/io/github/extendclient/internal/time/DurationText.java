package io.github.extendclient.internal.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Formats durations for people. */
public final class DurationText {
  private DurationText() {}

  /**
   * Formats a duration in milliseconds below one second, else in seconds with up to three decimals.
   *
   * @param duration any duration
   * @return a text such as {@code 80 ms} or {@code 1.5 s}
   */
  public static String of(Duration duration) {
    if (duration.abs().compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + " ms";
    }
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds())
            .add(BigDecimal.valueOf(duration.getNano(), 9))
            .setScale(3, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return seconds.toPlainString() + " s";
  }
}
