package io.github.extendclient.runtime;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds the properties of an object, first while it is built or read and then within the object. A
 * dollar sign ends the names of what generated code uses, so that no property can have them.
 *
 * @param <B> the builder itself
 */
public abstract class ModelBuilder<B extends ModelBuilder<B>> implements Cloneable {
  private static final Object ABSENT = new Object();

  private @Nullable Map<String, JsonValue> unknownProperties;

  /** For generated code. */
  protected ModelBuilder() {}

  /**
   * Sets a property that this client has no setter for.
   *
   * @param name the name in JSON
   * @param value its value
   * @return this
   * @throws IllegalArgumentException if there is a setter for that name
   */
  @SuppressWarnings("unchecked")
  public final B unknownProperty(String name, JsonValue value) {
    Objects.requireNonNull(value, "value");
    for (String known : names$()) {
      if (known.equals(name)) {
        throw new IllegalArgumentException(
            "The property " + name + " is known: use its setter, or it would be sent twice.");
      }
    }
    Map<String, JsonValue> properties = unknownProperties;
    if (properties == null) {
      properties = new LinkedHashMap<>();
      unknownProperties = properties;
    }
    properties.put(name, value);
    return (B) this;
  }

  /**
   * The names of all properties.
   *
   * @return as they are spelled in JSON
   */
  protected abstract String[] names$();

  /**
   * The values of all properties.
   *
   * @return in the order of the names
   */
  protected abstract @Nullable Object[] values$();

  /**
   * A copy, so that an object does not change when its builder goes on.
   *
   * @return with the same properties
   */
  @SuppressWarnings("unchecked")
  protected final B copy$() {
    try {
      B copy = (B) clone();
      if (unknownProperties != null) {
        ((ModelBuilder<?>) copy).unknownProperties = new LinkedHashMap<>(unknownProperties);
      }
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * A value that may be null and may be absent.
   *
   * @param present whether the property is there
   * @param value its value
   * @return differs between null and absent
   */
  protected static @Nullable Object present$(boolean present, @Nullable Object value) {
    return present ? value : ABSENT;
  }

  /**
   * A value that must not be read by others.
   *
   * @param value the value
   * @return prints as a mask
   */
  protected static @Nullable Object secret$(@Nullable Object value) {
    return value == null ? null : new Secret(value);
  }

  final Map<String, JsonValue> unknownProperties$() {
    return unknownProperties == null ? Map.of() : Collections.unmodifiableMap(unknownProperties);
  }

  final boolean hasSameAs(ModelBuilder<?> that) {
    return Arrays.equals(values$(), that.values$())
        && unknownProperties$().equals(that.unknownProperties$());
  }

  final int hash() {
    return 31 * Arrays.hashCode(values$()) + unknownProperties$().hashCode();
  }

  final String toText(String typeName) {
    ModelText text = new ModelText(typeName);
    String[] names = names$();
    @Nullable Object[] values = values$();
    for (int i = 0; i < names.length; i++) {
      if (values[i] != ABSENT) {
        text.add(names[i], values[i]);
      }
    }
    return text.addAll(unknownProperties$()).toString();
  }

  private record Secret(Object value) {
    @Override
    public String toString() {
      return "***";
    }
  }
}
