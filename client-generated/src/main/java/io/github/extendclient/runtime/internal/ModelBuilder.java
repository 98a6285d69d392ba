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
 * Holds the properties of an object, first while it is built or read and then within the object.
 *
 * <p>A setter has the name of its property and one parameter. The methods of this class have none,
 * or one of a type that no property has, so that each property can have any name.
 *
 * @param <T> the object
 * @param <B> the builder itself
 */
public abstract class ModelBuilder<T, B extends ModelBuilder<T, B>> implements Cloneable {
  private static final Object ABSENT = new Object();
  private static final Object NULL = new Object();

  private @Nullable Map<String, JsonValue> unknownProperties;

  /** By their names, the values that do not fit their properties. */
  private @Nullable Map<String, Misfit> misfits;

  /** For generated code. */
  protected ModelBuilder() {}

  /**
   * Sets a property that this client has no setter for. For the method of the same name and result
   * in each class: users cannot refer to this class.
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
   * The names of all properties.
   *
   * @return as they are spelled in JSON
   */
  protected abstract String[] names();

  /**
   * The values of all properties.
   *
   * @return in the order of the names
   */
  protected abstract @Nullable Object[] values();

  /**
   * Reads the remaining properties of an object that was begun.
   *
   * @param reader stands before a name or at the end of the object
   * @throws IOException if the source fails or holds no JSON
   */
  protected abstract void read(JsonReader reader) throws IOException;

  /**
   * Writes the properties that have a setter.
   *
   * @param writer stands in an object
   * @throws IOException if the sink fails
   */
  protected abstract void write(JsonWriter writer) throws IOException;

  /**
   * The object.
   *
   * @return takes this builder as it is, which may lack required properties
   */
  protected abstract T object();

  /**
   * Tells what the objects of this class are known by; of interest only for members of unions.
   *
   * @param traits takes what there is to tell
   */
  protected void traits(MemberTraits traits) {}

  /**
   * Keeps a property whose name is newer than this client.
   *
   * @param reader stands before the name
   * @throws IOException if the source fails or holds no JSON
   */
  protected final void readUnknown(JsonReader reader) throws IOException {
    putUnknown(reader.nextName(), RawJson.read(reader));
  }

  /**
   * Whether the value that comes next fits a property that cannot be null. If not, it is kept.
   *
   * @param reader stands before a value
   * @param index of the property, in the order of the names
   * @param expected the token that it begins with; null if all types fit
   * @return false if the value was taken
   * @throws IOException if the source fails or holds no JSON
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
   * Whether the value that comes next fits a property that may be null. If not, it is kept.
   *
   * @param reader stands before a value
   * @param index of the property, in the order of the names
   * @param expected the token that it begins with
   * @return false if the value was taken
   * @throws IOException if the source fails or holds no JSON
   */
  protected final boolean fitsOrNull(JsonReader reader, int index, JsonReader.Token expected)
      throws IOException {
    return reader.peek() == JsonReader.Token.NULL || fits(reader, index, expected);
  }

  /**
   * Reads a whole number, or keeps the number if it is none.
   *
   * @param reader stands before a number
   * @param index of the property, in the order of the names
   * @return {@link #isNone} if it was kept
   * @throws IOException if the source fails or holds no JSON
   */
  protected final long nextInt(JsonReader reader, int index) throws IOException {
    long value = Numbers.tryInt(reader);
    if (value == Numbers.NONE) {
      keep(index, Numbers.INT, Numbers.text(reader));
    }
    return value;
  }

  /**
   * Reads a whole number, or keeps the number if it is none.
   *
   * @param reader stands before a number
   * @param index of the property, in the order of the names
   * @return {@link #isNone} if it was kept
   * @throws IOException if the source fails or holds no JSON
   */
  protected final long nextLong(JsonReader reader, int index) throws IOException {
    long value = Numbers.tryLong(reader);
    if (value == Numbers.NONE) {
      keep(index, Numbers.LONG, Numbers.text(reader));
    }
    return value;
  }

  /**
   * Whether a number was kept.
   *
   * @param value from {@link #nextInt} or {@link #nextLong}
   * @return true if it is no number
   */
  protected static boolean isNone(long value) {
    return value == Numbers.NONE;
  }

  /**
   * Reads a number, or keeps it if it is too large.
   *
   * @param reader stands before a number
   * @param index of the property, in the order of the names
   * @return not a number if it was kept
   * @throws IOException if the source fails or holds no JSON
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
   * Reads a whole number or null.
   *
   * @param reader stands before a number or null
   * @param index of the property, in the order of the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or holds no JSON
   */
  protected final @Nullable Integer readInteger(JsonReader reader, int index) throws IOException {
    if (!JsonAdapters.hasValue(reader)) {
      return null;
    }
    long value = nextInt(reader, index);
    return value == Numbers.NONE ? null : (Integer) (int) value;
  }

  /**
   * Reads a whole number or null.
   *
   * @param reader stands before a number or null
   * @param index of the property, in the order of the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or holds no JSON
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
   * @param reader stands before a number or null
   * @param index of the property, in the order of the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or holds no JSON
   */
  protected final @Nullable Double readDouble(JsonReader reader, int index) throws IOException {
    if (!JsonAdapters.hasValue(reader)) {
      return null;
    }
    double value = nextDouble(reader, index);
    return Double.isNaN(value) ? null : (Double) value;
  }

  /**
   * Forgets a value that did not fit, as another takes its place.
   *
   * @param names of all properties
   * @param index of the property in the names
   */
  protected final void forget(String[] names, int index) {
    if (misfits != null) {
      misfits.remove(names[index]);
    }
  }

  /**
   * Reads a number of any size or null.
   *
   * @param reader stands before a number or null
   * @param index of the property, in the order of the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or holds no JSON
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
   * Reads an enum of numbers or null.
   *
   * @param <E> the enum
   * @param adapter of the enum
   * @param reader stands before a number or null
   * @param index of the property, in the order of the names
   * @return null also if the number was kept
   * @throws IOException if the source fails or holds no JSON
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

  /** The value that does not fit a property; null if it is null or fits. */
  final @Nullable Misfit misfit(String name) {
    Misfit misfit = misfits == null ? null : misfits.get(name);
    return misfit == null || misfit.json().isNull() ? null : misfit;
  }

  /**
   * A copy, so that an object does not change when its builder goes on.
   *
   * @return with the same properties
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
   * A value that may be null and may be absent.
   *
   * @param present whether the property is there
   * @param value its value
   * @return differs between null and absent
   */
  protected static @Nullable Object present(boolean present, @Nullable Object value) {
    return !present ? ABSENT : value == null ? NULL : value;
  }

  /** The names of all properties that are there, whatever their values. */
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

  /** The misfits take their places among the other properties, except where a value was set. */
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
