package io.github.extendclient.runtime.internal;

import org.jspecify.annotations.Nullable;

/**
 * A value whose {@code toString()} masks it.
 *
 * @param value the value, never printed
 */
public record Secret(Object value) {
  /**
   * Wraps a value; for generated code.
   *
   * @param value the value
   * @return null for null
   */
  public static @Nullable Secret of(@Nullable Object value) {
    return value == null ? null : new Secret(value);
  }

  /** Returns three asterisks. */
  @Override
  public String toString() {
    return "***";
  }
}
