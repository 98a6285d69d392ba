package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers of a range. A number out of the range is kept as a misfit in lists and maps, and
 * refused elsewhere.
 *
 * @param <T> the type of number
 */
abstract class NumberAdapter<T> extends ValueAdapter<T> {
  private final String range;

  NumberAdapter(String range) {
    super(JsonReader.Token.NUMBER);
    this.range = range;
  }

  /** Reads the number that the reader has just peeked at. Returns it, or a {@link Misfit}. */
  abstract Object readNumber(JsonReader reader) throws IOException;

  /** Returns the misfit of a number whose text the reader still has. */
  final Misfit keepNumber(JsonReader reader) throws IOException {
    String place = reader.getPath();
    return new Misfit(place, range, Numbers.text(reader));
  }

  @Override
  final Object readItem(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NUMBER ? readNumber(reader) : keep(reader);
  }

  @Override
  @SuppressWarnings("unchecked")
  public final @Nullable T fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    if (reader.peek() != JsonReader.Token.NUMBER) {
      throw JsonAdapters.unexpected("a number", reader);
    }
    Object number = readNumber(reader);
    if (number instanceof Misfit misfit) {
      throw new JsonDataException("Expected " + range + " at path " + misfit.place());
    }
    return (T) number;
  }
}
