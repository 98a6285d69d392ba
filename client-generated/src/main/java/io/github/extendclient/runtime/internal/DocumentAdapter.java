package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes whole documents. Reports a truncated document as malformed JSON, with the path
 * where it ends; the reader itself reports only the end of the source.
 *
 * @param <T> the class
 */
public final class DocumentAdapter<T> extends JsonAdapter<T> {
  private final JsonAdapter<T> adapter;

  /**
   * For generated code.
   *
   * @param adapter reads and writes the value in the document
   */
  public DocumentAdapter(JsonAdapter<T> adapter) {
    this.adapter = adapter;
  }

  @Override
  public @Nullable T fromJson(JsonReader reader) throws IOException {
    try {
      return adapter.fromJson(reader);
    } catch (EOFException e) {
      IOException truncated =
          new JsonEncodingException("The document is cut off at path " + reader.getPath());
      truncated.initCause(e);
      throw truncated;
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    adapter.toJson(writer, value);
  }
}
