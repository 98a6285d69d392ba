package io.github.extendclient.runtime;

import io.github.extendclient.runtime.internal.SerializedJson;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A whole number of a list that the API may lengthen at any time. Generated classes have a constant
 * for each value that the specification names, and keep any other number that the server sends.
 */
public abstract class OpenIntegerEnum implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The number in JSON. */
  private final long value;

  /** Whether the specification names it. */
  private final boolean known;

  /**
   * For generated code.
   *
   * @param value the number in JSON
   * @param known whether the specification names this value
   */
  protected OpenIntegerEnum(long value, boolean known) {
    this.value = value;
    this.known = known;
  }

  /** {@return the number in JSON} */
  @com.fasterxml.jackson.annotation.JsonValue
  public final long value() {
    return value;
  }

  /** {@return whether the specification names this value; false for one that is newer} */
  public final boolean isKnown() {
    return known;
  }

  /**
   * For Java's serialization.
   *
   * @return stands for this value
   */
  protected final Object writeReplace() {
    return new SerializedJson(getClass(), Long.toString(value));
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof OpenIntegerEnum that
        && getClass() == that.getClass()
        && value == that.value;
  }

  @Override
  public final int hashCode() {
    return Long.hashCode(value);
  }

  /** The number in JSON. */
  @Override
  public final String toString() {
    return Long.toString(value);
  }
}
