package io.github.extendclient.runtime.internal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A number with at most six decimals, such as a coordinate or a confidence. Formats several times
 * faster than {@link Double#toString}, and Moshi's writer accepts its text.
 */
final class ShortDecimal extends Number {
  private static final long serialVersionUID = 1L;
  private static final int DECIMALS = 6;
  private static final long SCALE = 1_000_000;

  /** Below this limit, the scaled number and its quotient are exact. */
  private static final double LARGEST = 1e15;

  private final long scaled;

  private ShortDecimal(long scaled) {
    this.scaled = scaled;
  }

  /** Returns the number; null if it has more decimals or is too large. */
  static @Nullable ShortDecimal of(double value) {
    double scaled = Math.rint(value * SCALE);
    return Math.abs(scaled) < LARGEST && scaled / SCALE == value && scaled != 0
        ? new ShortDecimal((long) scaled)
        : null;
  }

  @Override
  public String toString() {
    byte[] text = new byte[20];
    int start = text.length;
    long rest = Math.abs(scaled);
    int decimals = DECIMALS;
    while (decimals > 0 && rest % 10 == 0) {
      rest /= 10;
      decimals--;
    }
    for (int i = 0; i < decimals; i++) {
      text[--start] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    if (decimals > 0) {
      text[--start] = '.';
    }
    do {
      text[--start] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (scaled < 0) {
      text[--start] = '-';
    }
    return new String(text, start, text.length - start, StandardCharsets.ISO_8859_1);
  }

  @Override
  public double doubleValue() {
    return (double) scaled / SCALE;
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public long longValue() {
    return scaled / SCALE;
  }

  @Override
  public int intValue() {
    return (int) longValue();
  }
}
