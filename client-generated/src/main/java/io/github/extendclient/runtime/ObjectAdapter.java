package io.github.extendclient.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one generated class without reflection. The parts of reading are apart so that a
 * union can start an object before it knows which member it reads.
 *
 * @param <T> the class
 * @param <B> its builder
 */
public abstract class ObjectAdapter<T, B> extends JsonAdapter<T> {
  /** For generated code. */
  protected ObjectAdapter() {}

  /**
   * An empty builder.
   *
   * @return with no property set
   */
  protected abstract B newBuilder();

  /**
   * Reads the remaining properties of an object that was begun.
   *
   * @param reader stands before a name or at the end of the object
   * @param builder takes the properties
   * @throws IOException if the source fails or holds no JSON
   */
  protected abstract void readProperties(JsonReader reader, B builder) throws IOException;

  /**
   * The object.
   *
   * @param builder holds what was read, which may be incomplete
   * @return never null
   */
  protected abstract T build(B builder);

  @Override
  public final @Nullable T fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    B builder = newBuilder();
    reader.beginObject();
    readProperties(reader, builder);
    reader.endObject();
    return build(builder);
  }
}
