package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@link JsonValue}s, and makes them of text that is known to be JSON, which is
 * not checked again. Called by the adapters and by {@code JsonValue} itself, on any thread.
 */
public final class RawJson {
  /** The constructor of {@code JsonValue}, which only that class can hand over. */
  private static volatile @Nullable Function<String, JsonValue> constructor;

  private RawJson() {}

  /**
   * Takes the constructor, once {@code JsonValue} is initialised.
   *
   * @param constructor makes a value of text that it does not check
   */
  public static void makeBy(Function<String, JsonValue> constructor) {
    RawJson.constructor = constructor;
  }

  /** Makes a value of text that is known to be JSON. */
  static JsonValue of(String json) {
    if (constructor == null) {
      JsonValue.NULL.isNull(); // Initialises the class.
    }
    return Objects.requireNonNull(constructor).apply(json);
  }

  /**
   * Reads any value.
   *
   * @param reader stands before a value
   * @return never null
   * @throws IOException if the source fails or holds no JSON
   */
  public static JsonValue read(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      reader.<Object>nextNull();
      return JsonValue.NULL;
    }
    Buffer text = new Buffer();
    Lookahead.moveValue(reader, text);
    return of(text.readUtf8());
  }

  /**
   * Writes a value, null even where the writer leaves nulls out.
   *
   * @param writer stands before a value
   * @param value the value
   * @throws IOException if the sink fails
   */
  public static void write(JsonWriter writer, JsonValue value) throws IOException {
    if (value.isNull()) {
      JsonAdapters.writeNull(writer);
      return;
    }
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8(value.json());
    }
  }

  /**
   * A reader of the text of a value.
   *
   * @param value the value
   * @return stands before it
   * @throws IOException never, as the text is in memory
   */
  public static JsonReader newReader(JsonValue value) throws IOException {
    return Lookahead.newReader(new Buffer().writeUtf8(value.json()));
  }
}
