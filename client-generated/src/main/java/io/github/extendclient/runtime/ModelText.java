package io.github.extendclient.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object for people: long values are cut, secrets are masked, and what is absent is left
 * out.
 */
public final class ModelText {
  private static final int MAX_LENGTH = 200;
  private static final String MASK = "***";

  private final StringBuilder text;
  private boolean empty = true;

  /**
   * Starts the text of one object.
   *
   * @param typeName the class to name
   */
  public ModelText(String typeName) {
    text = new StringBuilder(typeName).append('{');
  }

  /**
   * Adds a property.
   *
   * @param name its name
   * @param value its value; null is left out
   * @return this
   */
  public ModelText add(String name, @Nullable Object value) {
    if (value != null) {
      append(name, cut(value.toString()));
    }
    return this;
  }

  /**
   * Adds a property that must not be read by others.
   *
   * @param name its name
   * @param value its value, of which only the presence is shown
   * @return this
   */
  public ModelText addSecret(String name, @Nullable Object value) {
    if (value != null) {
      append(name, MASK);
    }
    return this;
  }

  /**
   * Adds the properties that have no getter.
   *
   * @param properties from name to value
   * @return this
   */
  public ModelText addAll(Map<String, JsonValue> properties) {
    properties.forEach(this::add);
    return this;
  }

  @Override
  public String toString() {
    return text + "}";
  }

  private void append(String name, String value) {
    if (!empty) {
      text.append(", ");
    }
    empty = false;
    text.append(name).append('=').append(value);
  }

  private static String cut(String value) {
    return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "…";
  }
}
