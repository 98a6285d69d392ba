package io.github.extendclient.runtime;

import io.github.extendclient.runtime.internal.SerializedJson;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enum to which the API may add values at any time. Generated classes have a constant
 * for each known value, and keep any other text from the server. Two values are equal if they have
 * the same class and text.
 */
public abstract class OpenEnum implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The text in JSON. */
  private final String value;

  /** Whether the specification lists the value. */
  private final boolean known;

  /**
   * For generated code.
   *
   * @param value the text in JSON
   * @param known whether the specification lists the value
   */
  protected OpenEnum(String value, boolean known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the text in JSON.
   *
   * @return never null
   */
  @com.fasterxml.jackson.annotation.JsonValue
  public final String value() {
    return value;
  }

  /**
   * Returns whether the specification lists the value.
   *
   * @return false for a value that is newer than this client
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
    return new SerializedJson(getClass(), value);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof OpenEnum that
        && getClass() == that.getClass()
        && value.equals(that.value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /** Returns the text in JSON. */
  @Override
  public final String toString() {
    return value;
  }
}
