package io.github.extendclient.testing.internal.json;

/**
 * A number of so many digits that arithmetic with it would take long: nothing is computed with it,
 * it is given back as it came.
 */
final class LongNumber extends Number {
  /** No number that means anything to the API is as long. */
  static final int MIN_LENGTH = 100;

  private static final long serialVersionUID = 1L;

  private final String digits;

  LongNumber(String digits) {
    this.digits = digits;
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(digits);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof LongNumber number && number.digits.equals(digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return digits;
  }
}
