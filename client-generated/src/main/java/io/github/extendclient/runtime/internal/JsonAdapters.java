package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.DateTime;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Adapters and readers of JSON values other than generated classes. All read null as null. */
public final class JsonAdapters {
  /** Text. */
  public static final JsonAdapter<String> STRING = new ScalarAdapters.OfString();

  /** True or false. */
  public static final JsonAdapter<Boolean> BOOLEAN = new ScalarAdapters.OfBoolean();

  /** A 32-bit integer. */
  public static final JsonAdapter<Integer> INTEGER = new ScalarAdapters.OfInteger();

  /** A 64-bit integer. */
  public static final JsonAdapter<Long> LONG = new ScalarAdapters.OfLong();

  /** A number. */
  public static final JsonAdapter<Double> DOUBLE = new ScalarAdapters.OfDouble();

  /** A number of any size and precision, within the limits of {@code BigDecimal}. */
  public static final JsonAdapter<BigDecimal> DECIMAL = new ScalarAdapters.OfDecimal();

  /** A date with time and offset. */
  public static final JsonAdapter<DateTime> DATE_TIME = new ScalarAdapters.OfDateTime();

  /** Any JSON value; null is read as {@link JsonValue#NULL}. */
  public static final JsonAdapter<JsonValue> JSON = new ScalarAdapters.OfJson();

  private JsonAdapters() {}

  /**
   * Returns an adapter for an array.
   *
   * @param <T> the type of the elements
   * @param element reads and writes one element
   * @return an adapter that reads unmodifiable lists
   */
  public static <T> JsonAdapter<List<T>> list(JsonAdapter<T> element) {
    return new ListAdapter<>(element);
  }

  /**
   * Returns an adapter for an object with arbitrary names.
   *
   * @param <T> the type of the values
   * @param value reads and writes one value
   * @return an adapter that reads unmodifiable maps in the order of the JSON text
   */
  public static <T> JsonAdapter<Map<String, T>> map(JsonAdapter<T> value) {
    return new MapAdapter<>(value);
  }

  /**
   * Returns an adapter for nullable items; for other items, null does not fit and is kept as a
   * misfit.
   *
   * @param <T> the type of the items
   * @param item reads and writes one item
   * @return an adapter that reads null as null
   */
  public static <T> JsonAdapter<@Nullable T> orNull(JsonAdapter<T> item) {
    return new ScalarAdapters.OrNull<>(item);
  }

  /**
   * Returns whether the next value is not null; skips null.
   *
   * @param reader positioned before a value
   * @return false if the value was null
   * @throws IOException if the source fails or is not JSON
   */
  public static boolean hasValue(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      reader.<Object>nextNull();
      return false;
    }
    return true;
  }

  /**
   * Returns a reader from which the adapters of generated classes read text and numbers faster than
   * from {@link JsonReader#of}, with half of the garbage.
   *
   * @param source the document, which nothing else may read meanwhile
   * @return a reader that behaves like {@link JsonReader#of}, with one exception: after a number,
   *     the path in the message of a syntax error before the next name ends with {@code null}
   *     instead of the last name
   * @throws IOException if the source fails
   */
  public static JsonReader newReader(BufferedSource source) throws IOException {
    return Lookahead.newReader(source);
  }

  /**
   * Reads a string.
   *
   * @param reader positioned before a value
   * @return the text, or null
   * @throws IOException if the source fails or is not JSON
   * @throws JsonDataException if the value is not a string
   */
  public static @Nullable String readString(JsonReader reader) throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == JsonReader.Token.STRING) {
      return Lookahead.readString(reader);
    }
    if (token == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    throw unexpected("a string", reader);
  }

  /**
   * Writes a number; an integral one without a fraction, like the API.
   *
   * @param writer positioned before a value
   * @param value the number, or null
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, @Nullable Double value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      writer.value(value.longValue());
    } else {
      PlainDecimal decimal = PlainDecimal.of(value);
      if (decimal != null) {
        writer.value(decimal);
      } else {
        writer.value(value.doubleValue());
      }
    }
  }

  /**
   * Writes a date with time and offset.
   *
   * @param writer positioned before a value
   * @param value the time, or null
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, @Nullable DateTime value) throws IOException {
    writer.value(value == null ? null : value.text());
  }

  /**
   * Writes any JSON value.
   *
   * @param writer positioned before a value
   * @param value the value, or null
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, @Nullable JsonValue value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else {
      RawJson.write(writer, value);
    }
  }

  /**
   * Writes a string property; omits null.
   *
   * @param writer positioned in an object
   * @param name the property
   * @param value its value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String name, @Nullable String value)
      throws IOException {
    writer.name(name);
    write(writer, value);
  }

  static void write(JsonWriter writer, @Nullable String value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else {
      JsonText.write(writer, value);
    }
  }

  /**
   * Writes a boolean property; omits null.
   *
   * @param writer positioned in an object
   * @param name the property
   * @param value its value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String name, @Nullable Boolean value)
      throws IOException {
    writer.name(name);
    writer.value(value);
  }

  /**
   * Writes an integer property; omits null.
   *
   * @param writer positioned in an object
   * @param name the property
   * @param value its value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String name, @Nullable Number value)
      throws IOException {
    writer.name(name);
    writer.value(value);
  }

  /**
   * Writes an integer property; omits null.
   *
   * @param writer positioned in an object
   * @param name the property
   * @param value its value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String name, long value) throws IOException {
    writer.name(name);
    writer.value(value);
  }

  /**
   * Writes a number property; omits null.
   *
   * @param writer positioned in an object
   * @param name the property
   * @param value its value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String name, double value) throws IOException {
    writer.name(name);
    write(writer, Double.valueOf(value));
  }

  /**
   * Writes a property; omits null.
   *
   * @param <T> the type of the value
   * @param writer positioned in an object
   * @param name the property
   * @param value its value
   * @param adapter writes the value
   * @throws IOException if the sink fails
   */
  public static <T> void write(
      JsonWriter writer, String name, @Nullable T value, JsonAdapter<T> adapter)
      throws IOException {
    writer.name(name);
    adapter.toJson(writer, value);
  }

  /**
   * Writes a property, including null.
   *
   * @param <T> the type of the value
   * @param writer positioned in an object
   * @param name the property
   * @param value its value
   * @param adapter writes the value
   * @throws IOException if the sink fails
   */
  public static <T> void writeNullable(
      JsonWriter writer, String name, @Nullable T value, JsonAdapter<T> adapter)
      throws IOException {
    writer.name(name);
    if (value == null) {
      writeNull(writer);
    } else {
      adapter.toJson(writer, value);
    }
  }

  /**
   * Writes null for a nullable property, even if the writer omits nulls.
   *
   * @param writer positioned after a name
   * @throws IOException if the sink fails
   */
  public static void writeNull(JsonWriter writer) throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    writer.nullValue();
    writer.setSerializeNulls(serializeNulls);
  }

  static JsonDataException unexpected(String expected, JsonReader reader) throws IOException {
    return new JsonDataException(
        "Expected " + expected + " but was " + reader.peek() + " at path " + reader.getPath());
  }
}
