package io.github.extendclient.runtime;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.internal.JsonScan;
import io.github.extendclient.runtime.internal.JsonText;
import io.github.extendclient.runtime.internal.Numbers;
import io.github.extendclient.runtime.internal.PlainCreator;
import io.github.extendclient.runtime.internal.RawJson;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value, null included, kept as its text: numbers keep all their digits, and what was read
 * is written back unchanged. Used where the API takes or gives free-form JSON, for properties that
 * are newer than this client, and for union members that it does not know.
 *
 * <p>Equality is equality of the text, so {@code 1.0} and {@code 1.00} differ, as do two spellings
 * of an object that differ in white space or in the order of keys.
 */
public final class JsonValue implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The JSON value null. */
  public static final JsonValue NULL = new JsonValue("null");

  static {
    RawJson.makeBy(JsonValue::new);
  }

  /** The text. */
  private final String json;

  /** Of text that is known to be JSON; not for Jackson, which would take any text for it. */
  @JsonIgnore
  private JsonValue(String json) {
    this.json = json;
  }

  /**
   * A value from JSON text.
   *
   * @param json one JSON value
   * @return the value
   * @throws IllegalArgumentException if the text is not exactly one JSON value
   */
  public static JsonValue ofJson(String json) {
    Objects.requireNonNull(json, "json");
    String value = withoutBlanks(json);
    JsonScan scan = new JsonScan();
    long malformedAt = scan.check(new Buffer().writeUtf8(value), 0);
    if (malformedAt >= 0) {
      throw new IllegalArgumentException(
          "Not JSON: "
              + cut(json)
              + (scan.isTooDeep()
                  ? " (more than " + JsonScan.MAX_DEPTH + " levels)"
                  : malformedAt == value.length()
                      ? " (it ends too early)"
                      : " (at byte " + malformedAt + ")"));
    }
    return new JsonValue(value);
  }

  private static String withoutBlanks(String json) {
    int start = 0;
    int end = json.length();
    while (start < end && isBlank(json.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(json.charAt(end - 1))) {
      end--;
    }
    return json.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /**
   * A value from plain Java objects.
   *
   * @param value null, a {@link Boolean}, {@link Number}, {@link CharSequence}, {@code JsonValue},
   *     {@link JsonDocument}, such as any model, {@link OpenEnum}, or a {@link Map} with text keys,
   *     {@link Iterable} or array of objects of those
   * @return the value
   * @throws IllegalArgumentException if an object is of another class, or a number is not finite
   */
  @PlainCreator
  public static JsonValue of(@Nullable Object value) {
    if (value instanceof JsonValue jsonValue) {
      return jsonValue;
    }
    if (value instanceof JsonDocument document) {
      return new JsonValue(document.toJson());
    }
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setSerializeNulls(true);
      writePlain(writer, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JsonValue(buffer.readUtf8());
  }

  /**
   * The JSON text.
   *
   * @return as it was read, or compact when made from objects
   */
  public String json() {
    return json;
  }

  /**
   * Whether this is the JSON value null.
   *
   * @return true for null only
   */
  public boolean isNull() {
    return json.equals("null");
  }

  /**
   * The value as plain Java objects.
   *
   * @return null, a {@link Boolean}, {@link String}, {@link BigDecimal}, or an unmodifiable {@link
   *     List} or {@link Map} of those
   * @throws JsonDataException if there is a number of more than 10,000 characters, or with an
   *     exponent beyond those of {@code BigDecimal}, some two billion
   */
  @com.fasterxml.jackson.annotation.JsonValue
  public @Nullable Object toPlain() {
    return parse(JsonValue::readPlain);
  }

  /**
   * The properties of an object.
   *
   * @return unmodifiable, in the order of the text
   * @throws JsonDataException if this is no object
   */
  public Map<String, JsonValue> asObject() {
    return parse(
        reader -> {
          Map<String, JsonValue> properties = new LinkedHashMap<>();
          reader.beginObject();
          while (reader.hasNext()) {
            properties.put(reader.nextName(), RawJson.read(reader));
          }
          reader.endObject();
          return Collections.unmodifiableMap(properties);
        });
  }

  /**
   * The elements of an array.
   *
   * @return unmodifiable
   * @throws JsonDataException if this is no array
   */
  public List<JsonValue> asArray() {
    return parse(
        reader -> {
          List<JsonValue> elements = new ArrayList<>();
          reader.beginArray();
          while (reader.hasNext()) {
            elements.add(RawJson.read(reader));
          }
          reader.endArray();
          return Collections.unmodifiableList(elements);
        });
  }

  /**
   * The text of a string.
   *
   * @return the text without quotes and escapes
   * @throws JsonDataException if this is neither a string nor a number
   */
  public String asString() {
    return parse(JsonReader::nextString);
  }

  /**
   * The value of a number.
   *
   * @return with all its digits
   * @throws JsonDataException if this is no number, or one of more than 10,000 characters or with
   *     an exponent beyond those of {@code BigDecimal}
   */
  public BigDecimal asNumber() {
    return parse(JsonValue::readNumber);
  }

  /**
   * The value of a boolean.
   *
   * @return true or false
   * @throws JsonDataException if this is no boolean
   */
  public boolean asBoolean() {
    return parse(JsonReader::nextBoolean);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonValue that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** Checks what comes from Java's serialization. */
  private Object readResolve() throws InvalidObjectException {
    try {
      return ofJson(json);
    } catch (IllegalArgumentException e) {
      throw new InvalidObjectException("The serialized text is not JSON.");
    }
  }

  /** The JSON text. */
  @Override
  public String toString() {
    return json;
  }

  private <T> T parse(Parser<T> parser) {
    try {
      return parser.read(RawJson.newReader(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BigDecimal readNumber(JsonReader reader) throws IOException {
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
          "The number "
              + cut(text)
              + " is beyond what a BigDecimal holds: take its text, with asString().",
          e);
    }
  }

  private static @Nullable Object readPlain(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          properties.put(reader.nextName(), readPlain(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(properties);
      }
      case BEGIN_ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          elements.add(readPlain(reader));
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

  private static void writePlain(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof JsonValue jsonValue) {
      RawJson.write(writer, jsonValue);
    } else if (value instanceof JsonDocument document) {
      RawJson.write(writer, new JsonValue(document.toJson()));
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Number number) {
      writer.value(number);
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
        writePlain(writer, entry.getValue());
      }
      writer.endObject();
    } else if (value instanceof Iterable<?> elements) {
      writer.beginArray();
      for (Object element : elements) {
        writePlain(writer, element);
      }
      writer.endArray();
    } else if (value instanceof Object[] elements) {
      writePlain(writer, java.util.Arrays.asList(elements));
    } else {
      throw new IllegalArgumentException(
          "No JSON for an object of "
              + value.getClass().getName()
              + ": use maps, lists, text, numbers and booleans.");
    }
  }

  private static String cut(String json) {
    return json.length() <= 100 ? json : json.substring(0, 100) + "…";
  }

  @FunctionalInterface
  private interface Parser<T> {
    T read(JsonReader reader) throws IOException;
  }
}
