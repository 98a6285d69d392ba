package io.github.extendclient.runtime;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
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
 * @param <T> the object
 * @param <B> the builder itself
 */
public abstract class ModelBuilder<T, B extends ModelBuilder<T, B>> implements Cloneable {
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
    putUnknown(name, value);
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
   * Reads the remaining properties of an object that was begun.
   *
   * @param reader stands before a name or at the end of the object
   * @throws IOException if the source fails or holds no JSON
   */
  protected abstract void read$(JsonReader reader) throws IOException;

  /**
   * Writes the properties that have a setter.
   *
   * @param writer stands in an object
   * @throws IOException if the sink fails
   */
  protected abstract void write$(JsonWriter writer) throws IOException;

  /**
   * The object.
   *
   * @return takes this builder as it is, which may lack required properties
   */
  protected abstract T object$();

  /**
   * Tells what the objects of this class are known by; of interest only for members of unions.
   *
   * @param traits takes what there is to tell
   */
  protected void traits$(MemberTraits traits) {}

  /**
   * Keeps a property whose name is newer than this client.
   *
   * @param reader stands before the name
   * @throws IOException if the source fails or holds no JSON
   */
  protected final void readUnknown$(JsonReader reader) throws IOException {
    putUnknown(reader.nextName(), JsonValue.read(reader));
  }

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
        ((ModelBuilder<?, ?>) copy).unknownProperties = new LinkedHashMap<>(unknownProperties);
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

  final void writeObject(JsonWriter writer) throws IOException {
    writer.beginObject();
    write$(writer);
    for (Map.Entry<String, JsonValue> property : unknownProperties$().entrySet()) {
      writer.name(property.getKey());
      property.getValue().write(writer);
    }
    writer.endObject();
  }

  final boolean hasSameAs(ModelBuilder<?, ?> that) {
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

  private void putUnknown(String name, JsonValue value) {
    Map<String, JsonValue> properties = unknownProperties;
    if (properties == null) {
      properties = new LinkedHashMap<>();
      unknownProperties = properties;
    }
    properties.put(name, value);
  }

  private record Secret(Object value) {
    @Override
    public String toString() {
      return "***";
    }
  }
}
