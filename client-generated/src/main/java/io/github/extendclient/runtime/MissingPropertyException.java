package io.github.extendclient.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by the getter of a required property that the server left out or sent as null. Decoding
 * itself never fails for that, so the rest of the object stays usable.
 */
public final class MissingPropertyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The schema. */
  private final String typeName;

  /** The property as it is spelled in JSON. */
  private final String propertyName;

  /**
   * Names what is missing.
   *
   * @param typeName the schema, such as {@code ParseRun}
   * @param propertyName the property as it is spelled in JSON
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
   * Gives the value of a required property.
   *
   * @param <T> the value
   * @param value the value, null if it is missing
   * @param typeName the schema
   * @param propertyName the property as it is spelled in JSON
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
   * Checks that a required property is there.
   *
   * @param present whether it is
   * @param typeName the schema
   * @param propertyName the property as it is spelled in JSON
   * @throws MissingPropertyException if it is missing
   */
  public static void requirePresent(boolean present, String typeName, String propertyName) {
    if (!present) {
      throw new MissingPropertyException(typeName, propertyName);
    }
  }

  /**
   * The schema that lacks the property.
   *
   * @return such as {@code ParseRun}
   */
  public String typeName() {
    return typeName;
  }

  /**
   * The property as it is spelled in JSON.
   *
   * @return such as {@code id}
   */
  public String propertyName() {
    return propertyName;
  }
}
