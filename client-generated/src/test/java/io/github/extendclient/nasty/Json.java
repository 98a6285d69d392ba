package io.github.extendclient.nasty;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.github.extendclient.nasty.model.ModelJsonAdapterFactory;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads and writes the nasty models; JSON in tests may have single quotes. */
final class Json {
  static final Moshi MOSHI = new Moshi.Builder().add(new ModelJsonAdapterFactory()).build();

  private Json() {}

  static <T> T read(Class<T> type, String json) {
    try {
      return Objects.requireNonNull(MOSHI.adapter(type).fromJson(quoted(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> String write(Class<T> type, T value) {
    return MOSHI.adapter(type).toJson(value);
  }

  /** The same names with the same values, numbers with the same digits; order does not matter. */
  static <T> T roundTrip(Class<T> type, String json) {
    T value = read(type, json);
    assertThat(plain(write(type, value))).isEqualTo(plain(quoted(json)));
    return value;
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static Object plain(String json) {
    return Objects.requireNonNull(JsonValue.ofJson(json).toPlain());
  }
}
