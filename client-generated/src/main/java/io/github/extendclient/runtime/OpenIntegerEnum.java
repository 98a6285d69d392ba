package io.github.extendclient.runtime;

import io.github.extendclient.runtime.internal.SerializedJson;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enum of integers to which the API may add values at any time. Generated classes
 * have a constant for each known value, and keep any other number from the server.
 */
public abstract class OpenIntegerEnum implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The number in JSON. */
  private final long value;

  /** Whether the specification lists the value. */
  private final boolean known;

  /**
   * For generated code.
   *
   * @param value the number in JSON
   * @param known whether the specification lists the value
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

  /**
   * {@return whether the specification lists the value; false for a value that is newer than this
   * client}
   */
  public final boolean isKnown() {
    return known;
  }

  /**
   * Returns the serialized form for Java serialization.
   *
   * @return the serialized form
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

  /** Returns the number in JSON. */
  @Override
  public final String toString() {
    return Long.toString(value);
  }
}
