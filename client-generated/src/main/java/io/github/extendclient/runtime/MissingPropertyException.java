package io.github.extendclient.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by the getter of a required property that the server omitted or sent as null. Decoding
 * does not fail, so the other properties remain usable.
 */
public final class MissingPropertyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The schema. */
  private final String typeName;

  /** The property's name in JSON. */
  private final String propertyName;

  /**
   * Creates the exception.
   *
   * @param typeName the schema, such as {@code ParseRun}
   * @param propertyName the property's name in JSON
   */
  public MissingPropertyException(String typeName, String propertyName) {
    super(
        typeName
            + "."
            + propertyName
            + " is required by the API's description, but the response does not have it.");
    this.typeName = typeName;
    this.propertyName = propertyName;
  }

  /**
   * Returns the value of a required property.
   *
   * @param <T> the type of the value
   * @param value the value; null if missing
   * @param typeName the schema
   * @param propertyName the property's name in JSON
   * @return the value
   * @throws MissingPropertyException if the value is missing
   */
  public static <T> T require(@Nullable T value, String typeName, String propertyName) {
    if (value == null) {
      throw new MissingPropertyException(typeName, propertyName);
    }
    return value;
  }

  /**
   * Checks that a required property is present.
   *
   * @param present whether the property is present
   * @param typeName the schema
   * @param propertyName the property's name in JSON
   * @throws MissingPropertyException if the property is missing
   */
  public static void requirePresent(boolean present, String typeName, String propertyName) {
    if (!present) {
      throw new MissingPropertyException(typeName, propertyName);
    }
  }

  /**
   * Returns the schema of the missing property.
   *
   * @return a name such as {@code ParseRun}
   */
  public String typeName() {
    return typeName;
  }

  /**
   * Returns the property's name in JSON.
   *
   * @return a name such as {@code id}
   */
  public String propertyName() {
    return propertyName;
  }
}
