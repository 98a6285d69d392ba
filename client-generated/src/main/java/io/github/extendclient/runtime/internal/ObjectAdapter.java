package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the objects of one generated class without reflection. The class-specific code
 * is in the builder; this adapter copies an empty builder for each object that it reads.
 *
 * @param <T> the class, which extends {@link ObjectModel}
 */
public final class ObjectAdapter<T> extends ValueAdapter<T> {
  private final ModelBuilder<T, ?> empty;

  /**
   * For generated code.
   *
   * @param empty a builder without properties, which must not change
   */
  public ObjectAdapter(ModelBuilder<T, ?> empty) {
    super(JsonReader.Token.BEGIN_OBJECT);
    this.empty = empty;
  }

  @Override
  public @Nullable T fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    ModelBuilder<T, ?> builder = newBuilder();
    reader.beginObject();
    builder.read(reader);
    reader.endObject();
    return builder.object();
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else {
      ((ObjectModel) value).properties().writeObject(writer);
    }
  }

  ModelBuilder<T, ?> newBuilder() {
    return empty.duplicate();
  }

  /** Returns a builder with one property already set. */
  ModelBuilder<T, ?> newBuilder(String name, String value) {
    ModelBuilder<T, ?> builder = newBuilder();
    try {
      JsonReader reader = RawJson.newReader(JsonValue.of(Map.of(name, value)));
      reader.beginObject();
      builder.read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder;
  }

  MemberTraits traits() {
    MemberTraits traits = new MemberTraits();
    empty.traits(traits);
    return traits;
  }

  String[] names() {
    return empty.names();
  }
}
