package io.github.extendclient.internal.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Durations as people write them. */
public final class DurationText {
  private DurationText() {}

  /**
   * Milliseconds below one second, else seconds with up to three decimals.
   *
   * @param duration any
   * @return such as {@code 80 ms} or {@code 1.5 s}
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
