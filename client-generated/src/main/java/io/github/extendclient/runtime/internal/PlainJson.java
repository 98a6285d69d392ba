package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonDocument;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.OpenEnum;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts JSON to and from plain Java objects, for {@link JsonValue}. */
public final class PlainJson {
  private PlainJson() {}

  /**
   * Reads a number with all digits.
   *
   * @param reader positioned before a value
   * @return the number
   * @throws IOException if the source fails
   * @throws JsonDataException if it is not a number that {@code BigDecimal} holds, or is too long
   */
  public static BigDecimal readNumber(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.NUMBER) {
      throw new JsonDataException("Expected a number but was " + reader.peek());
    }
    String text = reader.nextString();
    if (text.length() > Numbers.MAX_DIGITS) {
      throw new JsonDataException(
          "The number has "
              + text.length()
              + " characters, more than "
              + Numbers.MAX_DIGITS
              + ": take its text, with asString().");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new JsonDataException(
          "The number is beyond the range of BigDecimal: take its text, with asString().", e);
    }
  }

  /**
   * Reads a value.
   *
   * @param reader positioned before a value
   * @return null, a Boolean, String or BigDecimal, or an unmodifiable List or Map of these
   * @throws IOException if the source fails
   */
  public static @Nullable Object read(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          properties.put(reader.nextName(), read(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(properties);
      }
      case BEGIN_ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          elements.add(read(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(elements);
      }
      case NUMBER -> {
        return readNumber(reader);
      }
      case BOOLEAN -> {
        return reader.nextBoolean();
      }
      case NULL -> {
        return reader.nextNull();
      }
      default -> {
        return reader.nextString();
      }
    }
  }

  /**
   * Writes a value.
   *
   * @param writer positioned before a value
   * @param value null, a boolean, number, text, document or JSON value, or a map, list or array of
   *     these
   * @throws IOException if the sink fails
   * @throws IllegalArgumentException if an object of another class is in it
   */
  public static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof JsonValue jsonValue) {
      RawJson.write(writer, jsonValue);
    } else if (value instanceof JsonDocument document) {
      RawJson.write(writer, RawJson.of(document.toJson()));
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Number number) {
      writer.value(number.getClass().getName().startsWith("java.") ? number : decimal(number));
    } else if (value instanceof CharSequence text) {
      JsonText.write(writer, text.toString());
    } else if (value instanceof OpenEnum constant) {
      JsonText.write(writer, constant.value());
    } else if (value instanceof Map<?, ?> map) {
      writer.beginObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!(entry.getKey() instanceof CharSequence key)) {
          throw new IllegalArgumentException(
              "The key of a JSON object must be text: " + entry.getKey());
        }
        writer.name(key.toString());
        write(writer, entry.getValue());
      }
      writer.endObject();
    } else if (value instanceof Iterable<?> elements) {
      writer.beginArray();
      for (Object element : elements) {
        write(writer, element);
      }
      writer.endArray();
    } else if (value instanceof Object[] elements) {
      write(writer, Arrays.asList(elements));
    } else {
      throw new IllegalArgumentException(
          "Cannot convert to JSON an object of "
              + value.getClass().getName()
              + ": use maps, lists, text, numbers and booleans.");
    }
  }

  /** Converts a number of another library, whose text may be anything. */
  private static BigDecimal decimal(Number number) {
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Cannot convert to JSON a number of "
              + number.getClass().getName()
              + ": its text is no decimal number.",
          e);
    }
  }
}
