package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads integers, and leaves other numbers to be kept as misfits. */
final class Numbers {
  /** Marks a number that is not a 64-bit integer; an unlikely value. */
  static final long NONE = Long.MIN_VALUE + 0x0bad_cafe;

  static final String INT = "a whole number of 32 bits";
  static final String LONG = "a whole number of 64 bits";
  static final String DOUBLE = "a number in the range of double";

  static final String DECIMAL = "a number that a BigDecimal holds";

  /**
   * The maximum length of a number: the time of {@code BigDecimal} grows with the square of its
   * digits.
   */
  static final int MAX_DIGITS = 10_000;

  private Numbers() {}

  /** Parses a number; returns null if it is too long or its exponent is too large. */
  static @Nullable BigDecimal decimal(String number) {
    try {
      return number.length() > MAX_DIGITS ? null : new BigDecimal(number);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Reads a number that the reader has just peeked at.
   *
   * @return {@link #NONE}, and the reader still has its text, if it is not whole or too large
   */
  static long tryInt(JsonReader reader) throws IOException {
    try {
      return reader.nextInt();
    } catch (JsonDataException e) {
      return NONE;
    }
  }

  /**
   * Reads a number that the reader has just peeked at.
   *
   * @return {@link #NONE}, and the reader still has its text, if it is not whole or too large
   */
  static long tryLong(JsonReader reader) throws IOException {
    if (Lookahead.isLongNumber(reader)) {
      return NONE;
    }
    try {
      return reader.nextLong();
    } catch (JsonDataException e) {
      return NONE;
    }
  }

  /** Returns the number that was not read, as JSON. */
  static JsonValue text(JsonReader reader) throws IOException {
    return RawJson.of(reader.nextString());
  }
}
