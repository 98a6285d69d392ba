package io.github.extendclient.runtime;

import io.github.extendclient.runtime.internal.SerializedJson;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A value of a list that the API may lengthen at any time. Generated classes have a constant for
 * each value that the specification names, and keep any other text that the server sends. Two
 * values are equal when they are of one class and have the same text.
 */
public abstract class OpenEnum implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The text on the wire. */
  private final String value;

  /** Whether the specification names it. */
  private final boolean known;

  /**
   * For generated code.
   *
   * @param value the text on the wire
   * @param known whether the specification names this value
   */
  protected OpenEnum(String value, boolean known) {
    this.value = value;
    this.known = known;
  }

  /**
   * The text on the wire.
   *
   * @return never null
   */
  @com.fasterxml.jackson.annotation.JsonValue
  public final String value() {
    return value;
  }

  /**
   * Whether the specification names this value.
   *
   * @return false for a value that is newer than this client
   */
  public final boolean isKnown() {
    return known;
  }

  /**
   * For Java's serialization.
   *
   * @return stands for this value
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

  /** The text on the wire. */
  @Override
  public final String toString() {
    return value;
  }
}
