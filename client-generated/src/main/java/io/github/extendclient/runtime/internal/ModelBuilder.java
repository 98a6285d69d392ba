package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Stores the properties of an object, while the object is built or read, and afterwards inside it.
 *
 * <p>A setter has the name of its property and one parameter. The methods of this class have no
 * parameter, or one of a type that no property has, so a property may have any name.
 *
 * @param <T> the object
 * @param <B> the builder itself
 */
public abstract class ModelBuilder<T, B extends ModelBuilder<T, B>> extends PropertyReader
    implements Cloneable {
  private static final Object ABSENT = new Object();
  private static final Object NULL = new Object();

  private @Nullable Map<String, JsonValue> unknownProperties;

  /** For generated code. */
  protected ModelBuilder() {}

  /**
   * Sets a property that this client has no setter for. Called by the public method of the same
   * name in each builder, because users cannot access this class.
   *
   * @param name the name in JSON
   * @param value its value
   * @throws IllegalArgumentException if there is a setter for that name
   */
  protected final void addUnknownProperty(String name, JsonValue value) {
    Objects.requireNonNull(value, "value");
    for (String known : names()) {
      if (known.equals(name)) {
        throw new IllegalArgumentException(
            "The property " + name + " is known: use its setter, or it would be sent twice.");
      }
    }
    putUnknown(name, value);
  }

  /**
   * Returns the values of all properties.
   *
   * @return the values in the order of the names
   */
  protected abstract @Nullable Object[] values();

  /**
   * Reads the remaining properties of an object.
   *
   * @param reader positioned before a name or at the end of the object
   * @throws IOException if the source fails or is not JSON
   */
  protected abstract void read(JsonReader reader) throws IOException;

  /**
   * Writes the properties that have a setter.
   *
   * @param writer positioned in an object
   * @throws IOException if the sink fails
   */
  protected abstract void write(JsonWriter writer) throws IOException;

  /**
   * Returns the object, possibly without required properties.
   *
   * @return an object that keeps this builder
   */
  protected abstract T object();

  /**
   * Adds the traits of this class; used only for members of unions.
   *
   * @param traits receives the traits
   */
  protected void traits(MemberTraits traits) {}

  /**
   * Keeps an unknown property.
   *
   * @param reader positioned before the name
   * @throws IOException if the source fails or is not JSON
   */
  protected final void readUnknown(JsonReader reader) throws IOException {
    putUnknown(reader.nextName(), RawJson.read(reader));
  }

  /**
   * Copies the builder, so that later setters do not change an object.
   *
   * @return a builder with the same properties
   */
  @SuppressWarnings("unchecked")
  protected final B duplicate() {
    try {
      B copy = (B) clone();
      if (unknownProperties != null) {
        ((ModelBuilder<?, ?>) copy).unknownProperties = new LinkedHashMap<>(unknownProperties);
      }
      copy.copyMisfits();
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Returns a value that distinguishes null from absent.
   *
   * @param present whether the property is present
   * @param value its value
   * @return the value; a marker if it is null or absent
   */
  protected static @Nullable Object present(boolean present, @Nullable Object value) {
    return !present ? ABSENT : value == null ? NULL : value;
  }

  /** Returns the names of all present properties. */
  final Set<String> presentNames() {
    Set<String> present = new HashSet<>();
    String[] names = names();
    @Nullable Object[] values = values();
    for (int i = 0; i < names.length; i++) {
      if (values[i] != null && values[i] != ABSENT) {
        present.add(names[i]);
      }
    }
    present.addAll(misfits().keySet());
    present.addAll(unknownProperties().keySet());
    return present;
  }

  final Map<String, JsonValue> unknownProperties() {
    return unknownProperties == null ? Map.of() : Collections.unmodifiableMap(unknownProperties);
  }

  final void writeObject(JsonWriter writer) throws IOException {
    writer.beginObject();
    if (misfits().isEmpty()) {
      write(writer);
    } else {
      writeWithMisfits(writer);
    }
    for (Map.Entry<String, JsonValue> property : unknownProperties().entrySet()) {
      writer.name(property.getKey());
      RawJson.write(writer, property.getValue());
    }
    writer.endObject();
  }

  /**
   * Writes the misfits in their positions among the other properties, except where a value was set.
   */
  private void writeWithMisfits(JsonWriter writer) throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter others = JsonWriter.of(buffer);
    others.beginObject();
    write(others);
    others.endObject();
    Map<String, JsonValue> properties =
        new LinkedHashMap<>(RawJson.of(buffer.readUtf8()).asObject());
    misfits()
        .forEach(
            (name, misfit) ->
                properties.merge(name, misfit.json(), (set, own) -> set.isNull() ? own : set));
    for (Map.Entry<String, JsonValue> property : properties.entrySet()) {
      writer.name(property.getKey());
      RawJson.write(writer, property.getValue());
    }
  }

  final void forEachPresent(BiConsumer<String, Object> action) {
    String[] names = names();
    @Nullable Object[] values = values();
    for (int i = 0; i < names.length; i++) {
      Object value = values[i];
      if (value != null && value != ABSENT && value != NULL) {
        action.accept(names[i], value);
      }
    }
  }

  final boolean hasSameAs(ModelBuilder<?, ?> that) {
    return Arrays.equals(values(), that.values())
        && unknownProperties().equals(that.unknownProperties())
        && misfits().equals(that.misfits());
  }

  final int hash() {
    return 31 * Arrays.hashCode(values()) + unknownProperties().hashCode();
  }

  final String toText(String typeName) {
    ModelText text = new ModelText(typeName);
    forEachPresent(text::add);
    text.addNames(misfits().keySet());
    return text.addNames(unknownProperties().keySet()).toString();
  }

  private void putUnknown(String name, JsonValue value) {
    Map<String, JsonValue> properties = unknownProperties;
    if (properties == null) {
      properties = new LinkedHashMap<>();
      unknownProperties = properties;
    }
    properties.put(name, value);
  }
}
