package io.github.extendclient.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Adapters and readers of the JSON values that are not generated classes. All of them read null as
 * null.
 */
public final class JsonAdapters {
  /** Text. */
  public static final JsonAdapter<String> STRING =
      new JsonAdapter<>() {
        @Override
        public @Nullable String fromJson(JsonReader reader) throws IOException {
          return readString(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable String value) throws IOException {
          write(writer, value);
        }
      };

  /** True or false. */
  public static final JsonAdapter<Boolean> BOOLEAN =
      new JsonAdapter<>() {
        @Override
        public @Nullable Boolean fromJson(JsonReader reader) throws IOException {
          return readBoolean(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Boolean value) throws IOException {
          writer.value(value);
        }
      };

  /** A whole number of 32 bits. */
  public static final JsonAdapter<Integer> INTEGER =
      new JsonAdapter<>() {
        @Override
        public @Nullable Integer fromJson(JsonReader reader) throws IOException {
          return readInteger(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Integer value) throws IOException {
          writer.value(value);
        }
      };

  /** A whole number of 64 bits. */
  public static final JsonAdapter<Long> LONG =
      new JsonAdapter<>() {
        @Override
        public @Nullable Long fromJson(JsonReader reader) throws IOException {
          return readLong(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Long value) throws IOException {
          writer.value(value);
        }
      };

  /** A number. */
  public static final JsonAdapter<Double> DOUBLE =
      new JsonAdapter<>() {
        @Override
        public @Nullable Double fromJson(JsonReader reader) throws IOException {
          return readDouble(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Double value) throws IOException {
          write(writer, value);
        }
      };

  /** A date with time and offset. */
  public static final JsonAdapter<DateTime> DATE_TIME =
      new JsonAdapter<>() {
        @Override
        public @Nullable DateTime fromJson(JsonReader reader) throws IOException {
          return readDateTime(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable DateTime value) throws IOException {
          write(writer, value);
        }
      };

  /** Any JSON value; null is read as {@link JsonValue#NULL}. */
  public static final JsonAdapter<JsonValue> JSON =
      new JsonAdapter<>() {
        @Override
        public JsonValue fromJson(JsonReader reader) throws IOException {
          return JsonValue.read(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable JsonValue value) throws IOException {
          write(writer, value);
        }
      };

  private JsonAdapters() {}

  /**
   * An array.
   *
   * @param <T> the elements
   * @param element reads and writes one element
   * @return reads unmodifiable lists
   */
  public static <T> JsonAdapter<List<T>> list(JsonAdapter<T> element) {
    return new ListAdapter<>(element);
  }

  /**
   * An object whose names are not fixed.
   *
   * @param <T> the values
   * @param value reads and writes one value
   * @return reads unmodifiable maps in the order of the JSON text
   */
  public static <T> JsonAdapter<Map<String, T>> map(JsonAdapter<T> value) {
    return new MapAdapter<>(value);
  }

  /**
   * Whether a value comes next; null is skipped.
   *
   * @param reader stands before a value
   * @return false if the value was null
   * @throws IOException if the source fails or holds no JSON
   */
  public static boolean hasValue(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      reader.<Object>nextNull();
      return false;
    }
    return true;
  }

  /**
   * A reader from which the adapters of generated classes read text and numbers faster than from
   * one of Moshi's own, {@link JsonReader#of}, and with half of the garbage.
   *
   * @param source the document, which must not be read by anyone else meanwhile
   * @return behaves as one of Moshi's own, but for the path in a message about what stands between
   *     a number and the next name: it ends with {@code null} in place of the last name
   * @throws IOException if the source fails
   */
  public static JsonReader newReader(BufferedSource source) throws IOException {
    return Lookahead.newReader(source);
  }

  /**
   * Whether a number comes next; null is skipped.
   *
   * @param reader stands before a value
   * @return false if the value was null
   * @throws IOException if the source fails or holds no JSON
   * @throws JsonDataException if the value is neither a number nor null
   */
  public static boolean hasNumber(JsonReader reader) throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == JsonReader.Token.NUMBER) {
      return true;
    }
    if (token == JsonReader.Token.NULL) {
      reader.<Object>nextNull();
      return false;
    }
    throw unexpected("a number", reader);
  }

  /**
   * Reads text.
   *
   * @param reader stands before a value
   * @return the text, or null
   * @throws IOException if the source fails or holds no JSON
   * @throws JsonDataException if the value is no text
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
   * Reads a boolean.
   *
   * @param reader stands before a value
   * @return true, false or null
   * @throws IOException if the source fails or holds no JSON
   * @throws JsonDataException if the value is no boolean
   */
  public static @Nullable Boolean readBoolean(JsonReader reader) throws IOException {
    return hasValue(reader) ? reader.nextBoolean() : null;
  }

  /**
   * Reads a whole number of 32 bits.
   *
   * @param reader stands before a value
   * @return the number, or null
   * @throws IOException if the source fails or holds no JSON
   * @throws JsonDataException if the value is no such number
   */
  public static @Nullable Integer readInteger(JsonReader reader) throws IOException {
    return hasNumber(reader) ? Integer.valueOf(reader.nextInt()) : null;
  }

  /**
   * Reads a whole number of 64 bits.
   *
   * @param reader stands before a value
   * @return the number, or null
   * @throws IOException if the source fails or holds no JSON
   * @throws JsonDataException if the value is no such number
   */
  public static @Nullable Long readLong(JsonReader reader) throws IOException {
    return hasNumber(reader) ? Long.valueOf(reader.nextLong()) : null;
  }

  /**
   * Reads a number.
   *
   * @param reader stands before a value
   * @return the number, or null
   * @throws IOException if the source fails or holds no JSON
   * @throws JsonDataException if the value is no number
   */
  public static @Nullable Double readDouble(JsonReader reader) throws IOException {
    return hasNumber(reader) ? Double.valueOf(nextDouble(reader)) : null;
  }

  /**
   * Reads a number that is there.
   *
   * @param reader stands before a number
   * @return the number
   * @throws IOException if the source fails or holds no JSON
   * @throws JsonDataException if the number is too large
   */
  public static double nextDouble(JsonReader reader) throws IOException {
    double value = Lookahead.readDouble(reader);
    if (!Double.isNaN(value)) {
      return value;
    }
    String number = reader.nextString();
    value = Decimals.parse(number);
    if (Double.isInfinite(value)) {
      throw new JsonDataException(
          "Expected a double but was " + number + " at path " + reader.getPath());
    }
    return value;
  }

  /**
   * Reads a date with time and offset.
   *
   * @param reader stands before a value
   * @return the time, or null
   * @throws IOException if the source fails or holds no JSON
   * @throws JsonDataException if the value is no text
   */
  public static @Nullable DateTime readDateTime(JsonReader reader) throws IOException {
    String text = readString(reader);
    return text == null ? null : DateTime.ofText(text);
  }

  /**
   * Writes a number; a whole one without a fraction, as the API does.
   *
   * @param writer stands before a value
   * @param value the number, or null
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, @Nullable Double value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      writer.value(value.longValue());
    } else {
      writer.value(value.doubleValue());
    }
  }

  /**
   * Writes a date with time and offset.
   *
   * @param writer stands before a value
   * @param value the time, or null
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, @Nullable DateTime value) throws IOException {
    writer.value(value == null ? null : value.text());
  }

  /**
   * Writes any JSON value.
   *
   * @param writer stands before a value
   * @param value the value, or null
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, @Nullable JsonValue value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else {
      value.write(writer);
    }
  }

  /**
   * Writes a property of text; null is left out.
   *
   * @param writer stands in an object
   * @param name the property
   * @param value its value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String name, @Nullable String value)
      throws IOException {
    writer.name(name);
    write(writer, value);
  }

  private static void write(JsonWriter writer, @Nullable String value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else {
      JsonText.write(writer, value);
    }
  }

  /**
   * Writes a property of true or false; null is left out.
   *
   * @param writer stands in an object
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
   * Writes a property of a whole number; null is left out.
   *
   * @param writer stands in an object
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
   * Writes a property of a whole number; null is left out.
   *
   * @param writer stands in an object
   * @param name the property
   * @param value its value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String name, long value) throws IOException {
    writer.name(name);
    writer.value(value);
  }

  /**
   * Writes a property of a number; null is left out.
   *
   * @param writer stands in an object
   * @param name the property
   * @param value its value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, String name, double value) throws IOException {
    writer.name(name);
    write(writer, Double.valueOf(value));
  }

  /**
   * Writes a property; null is left out.
   *
   * @param <T> its type
   * @param writer stands in an object
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
   * Writes a property, null included.
   *
   * @param <T> its type
   * @param writer stands in an object
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
   * Writes null even where the writer leaves nulls out, for a property that may be null.
   *
   * @param writer stands after a name
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

  private static final class ListAdapter<T> extends JsonAdapter<List<T>> {
    /** Most lists are the corners of a polygon. */
    private static final int FIRST_SIZE = 4;

    private final JsonAdapter<T> element;

    ListAdapter(JsonAdapter<T> element) {
      this.element = element;
    }

    @Override
    public @Nullable List<T> fromJson(JsonReader reader) throws IOException {
      if (reader.peek() == JsonReader.Token.NULL) {
        return reader.nextNull();
      }
      reader.beginArray();
      if (!reader.hasNext()) {
        reader.endArray();
        return List.of();
      }
      Object[] elements = new Object[FIRST_SIZE];
      int size = 0;
      do {
        if (size == elements.length) {
          elements = Arrays.copyOf(elements, 2 * size);
        }
        elements[size] = element.fromJson(reader);
        size++;
      } while (reader.hasNext());
      reader.endArray();
      return unmodifiable(size == elements.length ? elements : Arrays.copyOf(elements, size));
    }

    /** All elements were read by the adapter of their type. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> unmodifiable(@Nullable Object[] elements) {
      return (List<T>) Collections.unmodifiableList(Arrays.asList(elements));
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable List<T> value) throws IOException {
      if (value == null) {
        writer.nullValue();
        return;
      }
      writer.beginArray();
      for (T item : value) {
        element.toJson(writer, item);
      }
      writer.endArray();
    }
  }

  private static final class MapAdapter<T> extends JsonAdapter<Map<String, T>> {
    private final JsonAdapter<T> value;

    MapAdapter(JsonAdapter<T> value) {
      this.value = value;
    }

    @Override
    public @Nullable Map<String, T> fromJson(JsonReader reader) throws IOException {
      if (reader.peek() == JsonReader.Token.NULL) {
        return reader.nextNull();
      }
      Map<String, T> entries = new LinkedHashMap<>();
      reader.beginObject();
      while (reader.hasNext()) {
        entries.put(reader.nextName(), value.fromJson(reader));
      }
      reader.endObject();
      return Collections.unmodifiableMap(entries);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Map<String, T> entries) throws IOException {
      if (entries == null) {
        writer.nullValue();
        return;
      }
      writer.beginObject();
      for (Map.Entry<String, T> entry : entries.entrySet()) {
        writer.name(entry.getKey());
        T entryValue = entry.getValue();
        if (entryValue == null) {
          writeNull(writer);
        } else {
          value.toJson(writer, entryValue);
        }
      }
      writer.endObject();
    }
  }
}
