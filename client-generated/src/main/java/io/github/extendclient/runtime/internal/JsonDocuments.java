package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonValue;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes whole documents of generated classes, from and to text, bytes, streams and plain
 * objects.
 */
public final class JsonDocuments {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

  /** Users have no reader to which this could be applied. */
  private static final String MOSHIS_ADVICE =
      "Use JsonReader.setLenient(true) to accept malformed JSON";

  private JsonDocuments() {}

  /**
   * Reads a document.
   *
   * @param <T> the class
   * @param type the class, for messages
   * @param adapter reads it
   * @param json the document
   * @return the object
   * @throws IllegalArgumentException if the text is not JSON or not an object
   */
  public static <T> T read(Class<T> type, JsonAdapter<T> adapter, String json) {
    return readAll(type, adapter, new Buffer().writeUtf8(JsonText.escaped(json)));
  }

  /**
   * Reads a document.
   *
   * @param <T> the class
   * @param type the class, for messages
   * @param adapter reads it
   * @param json the document in UTF-8
   * @return the object
   * @throws IllegalArgumentException if the bytes are not JSON or not an object
   */
  public static <T> T read(Class<T> type, JsonAdapter<T> adapter, byte[] json) {
    return readAll(type, adapter, new Buffer().write(json));
  }

  /**
   * Reads a document and leaves the stream open.
   *
   * @param <T> the class
   * @param type the class, for messages
   * @param adapter reads it
   * @param json the document in UTF-8, up to the end of the stream
   * @return the object
   * @throws IOException if the stream fails
   * @throws IllegalArgumentException if the bytes are not JSON or not an object
   */
  public static <T> T read(Class<T> type, JsonAdapter<T> adapter, InputStream json)
      throws IOException {
    return read(type, adapter, Okio.buffer(Okio.source(json)));
  }

  /**
   * Makes an object from plain maps, lists, strings, numbers and booleans.
   *
   * @param <T> the class
   * @param type the class, for messages
   * @param adapter reads it
   * @param plain the document
   * @return the object
   * @throws IllegalArgumentException if it is not an object
   */
  public static <T> T ofPlain(Class<T> type, JsonAdapter<T> adapter, @Nullable Object plain) {
    return read(type, adapter, JsonValue.of(plain).json());
  }

  /**
   * Returns the JSON of an object.
   *
   * @param <T> the class
   * @param adapter writes it
   * @param value the object
   * @return compact JSON
   */
  public static <T> String write(JsonAdapter<T> adapter, T value) {
    Buffer buffer = new Buffer();
    try {
      adapter.toJson(JsonWriter.of(buffer), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  private static <T> T readAll(Class<T> type, JsonAdapter<T> adapter, Buffer json) {
    try {
      return read(type, adapter, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(Class<T> type, JsonAdapter<T> adapter, BufferedSource json)
      throws IOException {
    if (json.rangeEquals(0, BYTE_ORDER_MARK)) {
      json.skip(BYTE_ORDER_MARK.size());
    }
    JsonReader reader = Lookahead.newReader(json);
    try {
      T value = adapter.fromJson(reader);
      if (value == null) {
        throw refusal(type, "the document is null", null);
      }
      reader.peek(); // Throws if there is content after the document.
      return value;
    } catch (EOFException e) {
      throw refusal(type, "the document is cut off at path " + reader.getPath(), e);
    } catch (com.squareup.moshi.JsonEncodingException | JsonDataException e) {
      throw refusal(type, String.valueOf(e.getMessage()).replace(MOSHIS_ADVICE, "malformed"), e);
    }
  }

  private static IllegalArgumentException refusal(
      Class<?> type, String problem, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "No " + type.getSimpleName() + " can be read: " + problem + ".", cause);
  }
}
