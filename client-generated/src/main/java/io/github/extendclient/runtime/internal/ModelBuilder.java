package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.OpenIntegerEnum;
import java.io.IOException;
import java.math.BigDecimal;
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
public abstract class ModelBuilder<T, B extends ModelBuilder<T, B>> implements Cloneable {
  private static final Object ABSENT = new Object();
  private static final Object NULL = new Object();

  private @Nullable Map<String, JsonValue> unknownProperties;

  /** The values that do not fit their properties, by name. */
  private @Nullable Map<String, Misfit> misfits;

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
   * Returns the names of all properties.
   *
   * @return the names in JSON
   */
  protected abstract String[] names();

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
   * Returns whether the next value fits a property that is not nullable; otherwise keeps it as a
   * misfit.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @param expected its first token; null if all types fit
   * @return false if the value was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final boolean fits(JsonReader reader, int index, JsonReader.@Nullable Token expected)
      throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == expected || (expected == null && token != JsonReader.Token.NULL)) {
      return true;
    }
    keep(index, text(expected), RawJson.read(reader));
    return false;
  }

  /**
   * Returns whether the next value fits a nullable property; otherwise keeps it as a misfit.
   *
   * @param reader positioned before a value
   * @param index the index of the property in the names
   * @param expected its first token
   * @return false if the value was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final boolean fitsOrNull(JsonReader reader, int index, JsonReader.Token expected)
      throws IOException {
    return reader.peek() == JsonReader.Token.NULL || fits(reader, index, expected);
  }

  /**
   * Reads an integer, or keeps the number as a misfit.
   *
   * @param reader positioned before a number
   * @param index the index of the property in the names
   * @return {@link #isNone} if it was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final long nextInt(JsonReader reader, int index) throws IOException {
    long value = Numbers.tryInt(reader);
    if (value == Numbers.NONE) {
      keep(index, Numbers.INT, Numbers.text(reader));
    }
    return value;
  }

  /**
   * Reads an integer, or keeps the number as a misfit.
   *
   * @param reader positioned before a number
   * @param index the index of the property in the names
   * @return {@link #isNone} if it was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final long nextLong(JsonReader reader, int index) throws IOException {
    long value = Numbers.tryLong(reader);
    if (value == Numbers.NONE) {
      keep(index, Numbers.LONG, Numbers.text(reader));
    }
    return value;
  }

  /**
   * Returns whether a number was kept as a misfit.
   *
   * @param value from {@link #nextInt} or {@link #nextLong}
   * @return true if it was kept
   */
  protected static boolean isNone(long value) {
    return value == Numbers.NONE;
  }

  /**
   * Reads a number, or keeps it as a misfit if it is too large.
   *
   * @param reader positioned before a number
   * @param index the index of the property in the names
   * @return NaN if the number was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final double nextDouble(JsonReader reader, int index) throws IOException {
    double value = Lookahead.readDouble(reader);
    if (!Double.isNaN(value)) {
      return value;
    }
    String number = reader.nextString();
    value = Decimals.parse(number);
    if (Double.isInfinite(value)) {
      keep(index, Numbers.DOUBLE, RawJson.of(number));
      return Double.NaN;
    }
    return value;
  }

  /**
   * Reads an integer or null.
   *
   * @param reader positioned before a number or null
   * @param index the index of the property in the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable Integer readInteger(JsonReader reader, int index) throws IOException {
    if (!JsonAdapters.hasValue(reader)) {
      return null;
    }
    long value = nextInt(reader, index);
    return value == Numbers.NONE ? null : (Integer) (int) value;
  }

  /**
   * Reads an integer or null.
   *
   * @param reader positioned before a number or null
   * @param index the index of the property in the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable Long readLong(JsonReader reader, int index) throws IOException {
    if (!JsonAdapters.hasValue(reader)) {
      return null;
    }
    long value = nextLong(reader, index);
    return value == Numbers.NONE ? null : (Long) value;
  }

  /**
   * Reads a number or null.
   *
   * @param reader positioned before a number or null
   * @param index the index of the property in the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable Double readDouble(JsonReader reader, int index) throws IOException {
    if (!JsonAdapters.hasValue(reader)) {
      return null;
    }
    double value = nextDouble(reader, index);
    return Double.isNaN(value) ? null : (Double) value;
  }

  /**
   * Removes a misfit whose property was set.
   *
   * @param names the names of all properties
   * @param index the index of the property in the names
   */
  protected final void forget(String[] names, int index) {
    if (misfits != null) {
      misfits.remove(names[index]);
    }
  }

  /**
   * Reads a number of any size or null.
   *
   * @param reader positioned before a number or null
   * @param index the index of the property in the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final @Nullable BigDecimal readDecimal(JsonReader reader, int index)
      throws IOException {
    if (!JsonAdapters.hasValue(reader)) {
      return null;
    }
    String number = reader.nextString();
    BigDecimal decimal = Numbers.decimal(number);
    if (decimal == null) {
      keep(index, Numbers.DECIMAL, RawJson.of(number));
    }
    return decimal;
  }

  /**
   * Reads an enum of integers or null.
   *
   * @param <E> the enum
   * @param adapter the adapter of the enum
   * @param reader positioned before a number or null
   * @param index the index of the property in the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or is not JSON
   */
  protected final <E extends OpenIntegerEnum> @Nullable E readIntegerEnum(
      OpenIntegerEnumAdapter<E> adapter, JsonReader reader, int index) throws IOException {
    Long value = readLong(reader, index);
    return value == null ? null : adapter.of(value);
  }

  private void keep(int index, String expected, JsonValue json) {
    Map<String, Misfit> kept = misfits;
    if (kept == null) {
      kept = new LinkedHashMap<>();
      misfits = kept;
    }
    kept.put(names()[index], new Misfit(names()[index], expected, json));
  }

  private static String text(JsonReader.@Nullable Token expected) {
    return expected == null ? "a value" : JsonKind.of(expected).text();
  }

  /** Returns the value that does not fit a property; null if the value fits or is null. */
  final @Nullable Misfit misfit(String name) {
    Misfit misfit = misfits == null ? null : misfits.get(name);
    return misfit == null || misfit.json().isNull() ? null : misfit;
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
      if (misfits != null) {
        ((ModelBuilder<?, ?>) copy).misfits = new LinkedHashMap<>(misfits);
      }
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
    if (misfits != null) {
      present.addAll(misfits.keySet());
    }
    present.addAll(unknownProperties().keySet());
    return present;
  }

  final Map<String, JsonValue> unknownProperties() {
    return unknownProperties == null ? Map.of() : Collections.unmodifiableMap(unknownProperties);
  }

  final void writeObject(JsonWriter writer) throws IOException {
    writer.beginObject();
    if (misfits == null) {
      write(writer);
    } else {
      writeWithMisfits(writer, misfits);
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
  private void writeWithMisfits(JsonWriter writer, Map<String, Misfit> kept) throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter others = JsonWriter.of(buffer);
    others.beginObject();
    write(others);
    others.endObject();
    Map<String, JsonValue> properties =
        new LinkedHashMap<>(RawJson.of(buffer.readUtf8()).asObject());
    kept.forEach(
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
        && Objects.equals(misfits, that.misfits);
  }

  final int hash() {
    return 31 * Arrays.hashCode(values()) + unknownProperties().hashCode();
  }

  final String toText(String typeName) {
    ModelText text = new ModelText(typeName);
    forEachPresent(text::add);
    if (misfits != null) {
      text.addNames(misfits.keySet());
    }
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
