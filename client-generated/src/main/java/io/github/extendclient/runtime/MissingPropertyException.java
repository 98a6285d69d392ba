package io.github.extendclient.runtime;

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
