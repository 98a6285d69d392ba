package io.github.extendclient.runtime;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.internal.JsonScan;
import io.github.extendclient.runtime.internal.JsonText;
import io.github.extendclient.runtime.internal.PlainCreator;
import io.github.extendclient.runtime.internal.PlainJson;
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
 * Any JSON value, including null, as text: numbers keep all digits, and a value is written back as
 * it was read. Used for free-form JSON, for unknown properties, and for unknown union members.
 *
 * <p>The trap: {@code equals} compares the text, so {@code 1.0} and {@code 1.00} differ, and so do
 * objects with different white space or order of keys.
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

  /** Creates a value from valid JSON. Hidden from Jackson, which would pass any text. */
  @JsonIgnore
  private JsonValue(String json) {
    this.json = json;
  }

  /**
   * Returns the value of a JSON text.
   *
   * @param json one JSON value
   * @return the value
   * @throws IllegalArgumentException if the text is not exactly one JSON value
   */
  public static JsonValue ofJson(String json) {
    Objects.requireNonNull(json, "json");
    String value = JsonText.escaped(withoutBlanks(json));
    JsonScan scan = new JsonScan();
    Buffer bytes = new Buffer().writeUtf8(value);
    long malformedAt = scan.check(bytes, 0);
    if (malformedAt >= 0) {
      throw new IllegalArgumentException(
          scan.isTooDeep()
              ? "The JSON has more than " + JsonScan.MAX_DEPTH + " levels."
              : malformedAt == bytes.size()
                  ? "The text is not JSON: it ends too early."
                  : "The text is not JSON: malformed at byte " + malformedAt + ".");
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
   * Returns a value from plain Java objects.
   *
   * @param value null, a {@link Boolean}, {@link Number}, {@link CharSequence}, {@code JsonValue},
   *     {@link JsonDocument}, such as any model, {@link OpenEnum}, or a {@link Map} with text keys,
   *     {@link Iterable} or array of these
   * @return the value
   * @throws IllegalArgumentException if an object has another class, a number is not finite, or the
   *     objects have more than 255 levels, as they have if one contains itself
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
      PlainJson.write(writer, value);
    } catch (JsonDataException e) {
      throw new IllegalArgumentException(
          "Cannot convert to JSON objects of more than 255 levels. Does one contain itself?", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JsonValue(buffer.readUtf8());
  }

  /**
   * Returns the JSON text.
   *
   * @return the text as it was read, or compact JSON for a value made from objects
   */
  public String json() {
    return json;
  }

  /**
   * Returns whether this is the JSON value null.
   *
   * @return true for null only
   */
  public boolean isNull() {
    return json.equals("null");
  }

  /**
   * Returns the value as plain Java objects.
   *
   * @return null, a {@link Boolean}, {@link String}, {@link BigDecimal}, or an unmodifiable {@link
   *     List} or {@link Map} of these
   * @throws JsonDataException if a number has more than 10,000 characters, or an exponent beyond
   *     that of {@code BigDecimal}, about two billion
   */
  @com.fasterxml.jackson.annotation.JsonValue
  public @Nullable Object toPlain() {
    return parse(PlainJson::read);
  }

  /**
   * Returns the properties of an object.
   *
   * @return an unmodifiable map in the order of the text
   * @throws JsonDataException if this is not an object
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
   * Returns the elements of an array.
   *
   * @return an unmodifiable list
   * @throws JsonDataException if this is not an array
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
   * Returns the text of a string or number.
   *
   * @return the text without quotes and escapes
   * @throws JsonDataException if this is neither a string nor a number
   */
  public String asString() {
    return parse(JsonReader::nextString);
  }

  /**
   * Returns the value of a number.
   *
   * @return the number with all digits
   * @throws JsonDataException if this is not a number, or a number with more than 10,000 characters
   *     or an exponent beyond that of {@code BigDecimal}
   */
  public BigDecimal asNumber() {
    return parse(PlainJson::readNumber);
  }

  /**
   * Returns the value of a boolean.
   *
   * @return true or false
   * @throws JsonDataException if this is not a boolean
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

  /** Checks the text from Java serialization. */
  private Object readResolve() throws InvalidObjectException {
    try {
      return ofJson(json);
    } catch (IllegalArgumentException e) {
      throw new InvalidObjectException("The serialized text is not JSON.");
    }
  }

  /** Returns the JSON text. */
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

  @FunctionalInterface
  private interface Parser<T> {
    T read(JsonReader reader) throws IOException;
  }
}
