package io.github.extendclient.runtime;

/** Parses numbers faster than the JDK where that is exact, which coordinates and scores all are. */
final class Decimals {
  /** All whole numbers with so many digits, and all these powers, are exact as a double. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Decimals() {}

  /**
   * The nearest double, as {@link Double#parseDouble}. A quotient of two exact numbers is rounded
   * once, so it is the nearest too.
   *
   * @param number as JSON spells it
   */
  static double parse(String number) {
    int length = number.length();
    int start = number.charAt(0) == '-' ? 1 : 0;
    if (length - start > EXACT_DIGITS + 1) {
      return Double.parseDouble(number);
    }
    long digits = 0;
    int point = length - 1;
    for (int i = start; i < length; i++) {
      int digit = number.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (number.charAt(i) == '.' && point == length - 1) {
        point = i;
      } else {
        return Double.parseDouble(number);
      }
    }
    double value = digits / POWERS_OF_TEN[length - 1 - point];
    return start == 1 ? -value : value;
  }
}
