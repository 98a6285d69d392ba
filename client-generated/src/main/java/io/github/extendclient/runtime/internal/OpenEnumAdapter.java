package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.OpenEnum;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes an open enum: the shared constant for a known text, a new object for any other.
 *
 * @param <E> the enum class
 */
public final class OpenEnumAdapter<E extends OpenEnum> extends ValueAdapter<E> {
  private final List<E> constants;
  private final JsonReader.Options options;
  private final Function<String, E> unknown;

  /**
   * For generated code.
   *
   * @param constants the known values
   * @param unknown makes the value of an unknown text
   */
  public OpenEnumAdapter(List<E> constants, Function<String, E> unknown) {
    super(JsonReader.Token.STRING);
    this.constants = constants;
    String[] values = new String[constants.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = constants.get(i).value();
    }
    this.options = JsonReader.Options.of(values);
    this.unknown = unknown;
  }

  /**
   * Returns the value of a text.
   *
   * @param text the text in JSON
   * @return the constant, or an unknown value
   */
  public E of(String text) {
    for (E constant : constants) {
      if (constant.value().equals(text)) {
        return constant;
      }
    }
    return unknown.apply(Objects.requireNonNull(text, "value"));
  }

  @Override
  public @Nullable E fromJson(JsonReader reader) throws IOException {
    JsonReader.Token token = reader.peek();
    if (token == JsonReader.Token.STRING) {
      int index = reader.selectString(options);
      return index >= 0 ? constants.get(index) : unknown.apply(reader.nextString());
    }
    if (token == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    throw JsonAdapters.unexpected("a string", reader);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable E value) throws IOException {
    JsonAdapters.write(writer, value == null ? null : value.value());
  }
}
