package io.github.extendclient.runtime.internal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A number printed without an exponent, such as a coordinate or a confidence. Prints two to four
 * times faster than {@link Double#toString} on Java 17. Moshi's writer writes the text of any
 * {@code Number}. Made by {@link JsonAdapters} for one value, on the thread that writes.
 */
final class PlainDecimal extends Number {
  private static final long serialVersionUID = 1L;
  private static final int DECIMALS = 6;
  private static final long SCALE = 1_000_000;

  /** Below this, the scaled number and its quotient are exact. */
  private static final double LARGEST_SCALED = 1e15;

  /** So many digits tell any double from its neighbors. */
  private static final int ALL_DIGITS = 17;

  private static final double SMALLEST = 0.01;
  private static final double LARGEST = 1e7;
  private static final long HIDDEN_BIT = 1L << 52;
  private static final long[] POWERS_OF_TEN = new long[19];

  static {
    POWERS_OF_TEN[0] = 1;
    for (int i = 1; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
    }
  }

  /** The number without its point, with its sign. */
  private final long digits;

  private final int decimals;

  private PlainDecimal(long digits, int decimals) {
    this.digits = digits;
    this.decimals = decimals;
  }

  /** Returns the number; null if it is left to the JDK. */
  static @Nullable PlainDecimal of(double value) {
    double scaled = Math.rint(value * SCALE);
    if (Math.abs(scaled) < LARGEST_SCALED && scaled / SCALE == value && scaled != 0) {
      return new PlainDecimal((long) scaled, DECIMALS);
    }
    double positive = Math.abs(value);
    return positive >= SMALLEST && positive < LARGEST ? ofAllDigits(value, positive) : null;
  }

  /**
   * Returns the number with the fewest digits that are read as this double.
   *
   * <p>With {@code positive = mantissa / 2^shift}, the product {@code mantissa * 10^decimals} is
   * the number in units of the last decimal, times {@code 2^shift}. A decimal number is read as
   * this double if it is nearer than half of the distance between doubles, which in the same
   * measure is {@code 10^decimals / 2}.
   */
  private static @Nullable PlainDecimal ofAllDigits(double value, double positive) {
    long fraction = Double.doubleToRawLongBits(positive) & (HIDDEN_BIT - 1);
    if (fraction == 0) {
      // The next double below is nearer than the next above.
      return null;
    }
    long mantissa = fraction | HIDDEN_BIT;
    int shift = 52 - Math.getExponent(positive);
    int decimals = ALL_DIGITS;
    for (double power = positive; power >= 1; power /= 10) {
      decimals--;
    }
    if (positive < 0.1) {
      decimals++;
    }
    long low = mantissa * POWERS_OF_TEN[decimals];
    long high = Math.multiplyHigh(mantissa, POWERS_OF_TEN[decimals]);
    long whole = high << (Long.SIZE - shift) | low >>> shift;
    long rest = low & ((1L << shift) - 1);
    long half = POWERS_OF_TEN[decimals] / 2;

    long digits = rest >>> (shift - 1) == 0 ? whole : whole + 1;
    int dropped = 0;
    while (dropped < decimals) {
      long unit = POWERS_OF_TEN[dropped + 1];
      long over = whole % unit;
      boolean isDown = isLess(over, rest, shift, half);
      // What is missing to the next multiple of the unit is unit - over, less the rest.
      boolean isUp =
          rest == 0
              ? isLess(unit - over, 0, shift, half)
              : isLess(unit - over - 1, (1L << shift) - rest, shift, half);
      if (!isDown && !isUp) {
        break;
      }
      dropped++;
      digits = whole / unit + (isDown && (!isUp || over < unit / 2) ? 0 : 1);
    }
    return new PlainDecimal(value < 0 ? -digits : digits, decimals - dropped);
  }

  /** Returns whether {@code units * 2^shift + rest} is below a limit of less than 63 bits. */
  private static boolean isLess(long units, long rest, int shift, long limit) {
    return units <= limit >>> shift && (units << shift) + rest < limit;
  }

  @Override
  public String toString() {
    byte[] text = new byte[24];
    int start = text.length;
    long left = Math.abs(digits);
    int count = decimals;
    while (count > 0 && left % 10 == 0) {
      left /= 10;
      count--;
    }
    for (int i = 0; i < count; i++) {
      text[--start] = (byte) ('0' + left % 10);
      left /= 10;
    }
    if (count > 0) {
      text[--start] = '.';
    }
    do {
      text[--start] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    if (digits < 0) {
      text[--start] = '-';
    }
    return new String(text, start, text.length - start, StandardCharsets.ISO_8859_1);
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(toString());
  }

  @Override
  public float floatValue() {
    return (float) doubleValue();
  }

  @Override
  public long longValue() {
    return (long) doubleValue();
  }

  @Override
  public int intValue() {
    return (int) doubleValue();
  }
}
