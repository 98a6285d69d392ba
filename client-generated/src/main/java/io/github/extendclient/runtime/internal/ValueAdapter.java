package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An adapter that knows the first token of its values, so a value of another type is kept as a
 * misfit before any part of it is read.
 *
 * @param <T> the type of the values
 */
public abstract class ValueAdapter<T> extends JsonAdapter<T> {
  /** Null if values of all types fit. */
  private final JsonReader.@Nullable Token expected;

  ValueAdapter(JsonReader.@Nullable Token expected) {
    this.expected = expected;
  }

  /** Reads an item of a list or map: the value, or a {@link Misfit}. */
  @Nullable Object readItem(JsonReader reader) throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == expected || (expected == null && token != JsonReader.Token.NULL)) {
      return fromJson(reader);
    }
    return keep(reader);
  }

  /** Keeps the next value as a misfit. */
  final Misfit keep(JsonReader reader) throws IOException {
    String place = reader.getPath();
    return new Misfit(place, expectedText(), RawJson.read(reader));
  }

  /** Returns the expected type, for messages. */
  String expectedText() {
    return expected == null ? "a value" : JsonKind.of(expected).text();
  }

  /** Reads an item with any adapter. */
  static @Nullable Object readItem(JsonAdapter<?> adapter, JsonReader reader) throws IOException {
    return adapter instanceof ValueAdapter<?> value
        ? value.readItem(reader)
        : adapter.fromJson(reader);
  }
}
