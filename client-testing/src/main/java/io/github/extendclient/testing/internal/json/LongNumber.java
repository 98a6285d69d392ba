package io.github.extendclient.testing.internal.json;

/**
 * A number that has, or written out would have, so many digits that arithmetic would be slow. It is
 * never computed with, only returned as it was sent.
 */
final class LongNumber extends Number {
  /** The length from which a number is kept as text; no number of the API is as long. */
  static final int MIN_LENGTH = 100;

  /** The exponent from which a number is kept as text; a double ends at 308. */
  static final int MAX_SCALE = 400;

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
