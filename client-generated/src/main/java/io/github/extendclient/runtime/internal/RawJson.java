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
 * Reads and writes {@link JsonValue}s, and makes them from valid JSON without another check. Called
 * by the adapters and by {@code JsonValue} itself, on any thread.
 */
public final class RawJson {
  /** The private constructor of {@code JsonValue}, which that class provides. */
  private static volatile @Nullable Function<String, JsonValue> constructor;

  private RawJson() {}

  /**
   * Sets the constructor; called by the static initializer of {@code JsonValue}.
   *
   * @param constructor makes a value from unchecked text
   */
  public static void makeBy(Function<String, JsonValue> constructor) {
    RawJson.constructor = constructor;
  }

  /** Makes a value from valid JSON. */
  static JsonValue of(String json) {
    if (constructor == null) {
      JsonValue.NULL.isNull(); // Initializes the class.
    }
    return Objects.requireNonNull(constructor).apply(json);
  }

  /**
   * Reads any value.
   *
   * @param reader positioned before a value
   * @return never null
   * @throws IOException if the source fails or is not JSON
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
   * Writes a value; null too, even if the writer omits nulls.
   *
   * @param writer positioned before a value
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
   * Returns a reader of a value's text.
   *
   * @param value the value
   * @return a reader before the value
   * @throws IOException never, because the text is in memory
   */
  public static JsonReader newReader(JsonValue value) throws IOException {
    return Lookahead.newReader(new Buffer().writeUtf8(value.json()));
  }
}
