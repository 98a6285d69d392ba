package io.github.extendclient.testing.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * JSON as {@link JsonObject}, {@code List<Object>}, {@code String}, {@code Boolean}, {@code Long},
 * {@code BigDecimal}, {@link LongNumber} and {@code null}. Numbers keep their value exactly:
 * Moshi's own walk would turn 3 into 3.0. Of a name that stands twice the last value counts, as in
 * JavaScript, which the API is written in.
 */
public final class Json {
  private Json() {}

  /**
   * Reads one JSON document.
   *
   * @throws IOException if the text is not one well-formed JSON document; the message says where
   */
  public static @Nullable Object read(BufferedSource source) throws IOException {
    JsonReader reader = JsonReader.of(source);
    try {
      Object value = readValue(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IOException("text after the end of the document");
      }
      return value;
    } catch (JsonDataException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Writes a value made of the types named above; {@code null} members are written. */
  public static Buffer write(@Nullable Object value) {
    Buffer buffer = new Buffer();
    try {
      JsonWriter writer = JsonWriter.of(buffer);
      writer.setSerializeNulls(true);
      writeValue(writer, value);
      writer.flush();
      return buffer;
    } catch (IOException e) {
      throw new AssertionError("a Buffer does not fail", e);
    }
  }

  private static @Nullable Object readValue(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
          object.put(reader.nextName(), readValue(reader));
        }
        reader.endObject();
        return object;
      case BEGIN_ARRAY:
        List<@Nullable Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(readValue(reader));
        }
        reader.endArray();
        return array;
      case STRING:
        return reader.nextString();
      case BOOLEAN:
        return reader.nextBoolean();
      case NUMBER:
        return number(reader.nextString());
      case NULL:
        return reader.nextNull();
      default:
        throw new IOException("unexpected end at " + reader.getPath());
    }
  }

  private static Number number(String text) {
    if (text.length() > LongNumber.MIN_LENGTH) {
      return new LongNumber(text);
    }
    BigDecimal exact;
    try {
      exact = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return new LongNumber(text); // its exponent is beyond those of BigDecimal
    }
    if (Math.abs((long) exact.scale()) > LongNumber.MAX_SCALE) {
      return new LongNumber(text);
    }
    boolean integer = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    if (integer && exact.precision() <= 18) {
      return exact.longValueExact();
    }
    return exact;
  }

  private static void writeValue(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof Map<?, ?> object) {
      writer.beginObject();
      for (Map.Entry<?, ?> member : object.entrySet()) {
        writer.name((String) member.getKey());
        writeValue(writer, member.getValue());
      }
      writer.endObject();
    } else if (value instanceof Iterable<?> array) {
      writer.beginArray();
      for (Object item : array) {
        writeValue(writer, item);
      }
      writer.endArray();
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else {
      writer.value((String) value);
    }
  }
}
