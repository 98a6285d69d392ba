package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.MissingPropertyException;
import io.github.extendclient.runtime.UnexpectedValueException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A format of JSON strings. A property keeps the received text and parses it on access, so a text
 * in another format does not make the document unreadable. Items of lists and maps are parsed when
 * they are read.
 *
 * @param <T> the type of the parsed value
 */
public final class TextFormat<T> extends ValueAdapter<T> {
  /** A date, such as {@code 2026-02-09}. */
  public static final TextFormat<LocalDate> DATE =
      new TextFormat<>("a date", LocalDate::parse, LocalDate::toString);

  /** A universally unique identifier. */
  public static final TextFormat<UUID> UUID =
      new TextFormat<>("a UUID", java.util.UUID::fromString, java.util.UUID::toString);

  /** A URI. */
  public static final TextFormat<URI> URI =
      new TextFormat<>("a URI", java.net.URI::create, java.net.URI::toString);

  /** Bytes in base64. */
  public static final TextFormat<ByteString> BASE64 =
      new TextFormat<>("base64", TextFormat::decodeBase64, ByteString::base64);

  private final String name;
  private final Function<String, T> parser;
  private final Function<T, String> printer;

  private TextFormat(String name, Function<String, T> parser, Function<T, String> printer) {
    super(JsonReader.Token.STRING);
    this.name = name;
    this.parser = parser;
    this.printer = printer;
  }

  /**
   * Parses the text of a required property.
   *
   * @param text null if the property is missing
   * @param typeName the schema
   * @param propertyName the property's name in JSON
   * @return never null
   * @throws MissingPropertyException if the text is missing
   * @throws UnexpectedValueException if the text has another format
   */
  public T require(@Nullable String text, String typeName, String propertyName) {
    if (text == null) {
      throw new MissingPropertyException(typeName, propertyName);
    }
    return parsed(text, typeName, propertyName);
  }

  /**
   * Parses the text of a property.
   *
   * @param text null if the property is missing
   * @param typeName the schema
   * @param propertyName the property's name in JSON
   * @return null for null
   * @throws UnexpectedValueException if the text has another format
   */
  public @Nullable T parse(@Nullable String text, String typeName, String propertyName) {
    return text == null ? null : parsed(text, typeName, propertyName);
  }

  /**
   * Formats a value.
   *
   * @param value the value
   * @return the text to send
   */
  public String print(T value) {
    return printer.apply(value);
  }

  @Override
  public @Nullable T fromJson(JsonReader reader) throws IOException {
    String text = JsonAdapters.readString(reader);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      throw new JsonDataException(
          "Expected " + name + " but was another text at path " + reader.getPath());
    }
  }

  @Override
  @Nullable Object readItem(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.STRING) {
      return keep(reader);
    }
    String place = reader.getPath();
    String text = reader.nextString();
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      return new Misfit(place, name, JsonValue.of(text));
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    writer.value(value == null ? null : print(value));
  }

  private T parsed(String text, String typeName, String propertyName) {
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      throw Misfit.exception(typeName + "." + propertyName, name, text);
    }
  }

  private static ByteString decodeBase64(String text) {
    ByteString bytes = ByteString.decodeBase64(text);
    if (bytes == null) {
      throw new IllegalArgumentException("not base64");
    }
    return bytes;
  }
}
