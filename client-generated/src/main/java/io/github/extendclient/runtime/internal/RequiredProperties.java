package io.github.extendclient.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds all missing properties when an object is built, so that one message names them all. */
public final class RequiredProperties {
  private final String typeName;
  private final List<String> missing = new ArrayList<>(0);

  /**
   * Starts the check of one object.
   *
   * @param typeName the name of the class for the message
   */
  public RequiredProperties(String typeName) {
    this.typeName = typeName;
  }

  /**
   * Adds a required property.
   *
   * @param name the property's name in JSON
   * @param present whether it was set
   * @return this
   */
  public RequiredProperties require(String name, boolean present) {
    if (!present) {
      missing.add(name);
    }
    return this;
  }

  /**
   * Adds a required property.
   *
   * @param name the property's name in JSON
   * @param value its value; null if it was not set
   * @return this
   */
  public RequiredProperties requireValue(String name, @Nullable Object value) {
    return require(name, value != null);
  }

  /**
   * Ends the check.
   *
   * @throws IllegalStateException if a property is missing, naming all of them
   */
  public void check() {
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          typeName + " needs " + String.join(", ", missing) + ": set it before build().");
    }
  }
}
