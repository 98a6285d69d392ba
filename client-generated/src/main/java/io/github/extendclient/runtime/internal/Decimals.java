package io.github.extendclient.runtime.internal;

import java.nio.charset.StandardCharsets;

/** Parses numbers with many digits faster than the JDK. */
final class Decimals {
  /** Longer numbers may have more digits than a long. */
  private static final int MAX_LENGTH = 20;

  /** All integers up to this are exact as a double. */
  private static final long MAX_EXACT = 1L << 53;

  private static final long FRACTION_BITS = (1L << 52) - 1;

  /** All powers of ten that are exact as a double. */
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long[] POWERS_OF_FIVE = new long[POWERS_OF_TEN.length];

  static {
    POWERS_OF_FIVE[0] = 1;
    for (int i = 1; i < POWERS_OF_FIVE.length; i++) {
      POWERS_OF_FIVE[i] = 5 * POWERS_OF_FIVE[i - 1];
    }
  }

  private Decimals() {}

  /**
   * Returns the nearest double, like {@link Double#parseDouble}.
   *
   * @param number in JSON's notation
   */
  static double parse(String number) {
    byte[] bytes = (number + ' ').getBytes(StandardCharsets.ISO_8859_1);
    return parse(bytes, 0, bytes.length);
  }

  /**
   * Returns the nearest double, like {@link Double#parseDouble}.
   *
   * @param bytes contain a number in JSON's notation and the bytes after it
   * @param from the index of its first byte
   * @param end the end of the bytes
   * @return NaN if no byte follows the number, which may then be incomplete
   */
  static double parse(byte[] bytes, int from, int end) {
    int start = bytes[from] == '-' ? from + 1 : from;
    long digits = 0;
    int point = -1;
    int i = start;
    for (; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (bytes[i] == '.' && point < 0) {
        point = i;
      } else {
        break;
      }
    }
    if (i == end) {
      return Double.NaN;
    }
    int decimals = point < 0 ? 0 : i - 1 - point;
    if (i - start > MAX_LENGTH
        || isOfNumber(bytes[i])
        || digits < 0
        || (decimals == 0 && digits > MAX_EXACT)) {
      return parseByJdk(bytes, from, end);
    }
    double value = digits / POWERS_OF_TEN[decimals];
    // A quotient of two exact numbers is rounded once, so it is the nearest.
    if (digits > MAX_EXACT) {
      value = nearest(value, digits, decimals);
      if (Double.isNaN(value)) {
        return parseByJdk(bytes, from, end);
      }
    }
    return start == from ? value : -value;
  }

  static boolean isOfNumber(byte character) {
    return (character >= '0' && character <= '9')
        || character == '.'
        || character == '-'
        || character == '+'
        || (character | 0x20) == 'e';
  }

  private static double parseByJdk(byte[] bytes, int from, int end) {
    int to = from;
    while (to < end && isOfNumber(bytes[to])) {
      to++;
    }
    return to == end
        ? Double.NaN
        : Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /**
   * Returns the double nearest to a decimal number, starting from a nearby one: compares the number
   * exactly with the midpoints between that double and its neighbours, in 128-bit integers.
   *
   * @return NaN at a power of two, where the midpoints are spaced unevenly, or if the integers are
   *     out of range
   */
  private static double nearest(double nearby, long digits, int decimals) {
    double value = nearby;
    while (true) {
      long fraction = Double.doubleToRawLongBits(value) & FRACTION_BITS;
      int shift = 53 - Math.getExponent(value) - decimals;
      if (fraction == 0 || shift <= 0 || shift >= Long.SIZE) {
        return Double.NaN;
      }
      // With value = m * 2^e, the decimal number lies above the middle m + 1/2 if
      // digits * 2^shift > (2m + 1) * 5^decimals, and below the middle m - 1/2 likewise. A middle
      // itself has too many decimals for a shift above zero.
      long twice = (fraction | (FRACTION_BITS + 1)) << 1;
      if (compare(digits, shift, twice + 1, POWERS_OF_FIVE[decimals]) > 0) {
        value = Math.nextUp(value);
      } else if (compare(digits, shift, twice - 1, POWERS_OF_FIVE[decimals]) < 0) {
        value = Math.nextDown(value);
      } else {
        return value;
      }
    }
  }

  /** Compares {@code digits * 2^shift} with {@code factor * power}, all of them positive. */
  private static int compare(long digits, int shift, long factor, long power) {
    int high = Long.compare(digits >>> (Long.SIZE - shift), Math.multiplyHigh(factor, power));
    return high != 0 ? high : Long.compareUnsigned(digits << shift, factor * power);
  }
}
