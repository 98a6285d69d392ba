package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes an object with arbitrary names. A value that does not fit is kept as a misfit.
 */
final class MapAdapter<T> extends ValueAdapter<Map<String, T>> {
  private final JsonAdapter<T> value;

  MapAdapter(JsonAdapter<T> value) {
    super(JsonReader.Token.BEGIN_OBJECT);
    this.value = value;
  }

  @Override
  public @Nullable Map<String, T> fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    boolean isPartial = false;
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      Object item = readItem(value, reader);
      isPartial |= item instanceof Misfit;
      entries.put(name, item);
    }
    reader.endObject();
    return isPartial ? new PartialMap<>(entries) : unmodifiable(entries);
  }

  /** Safe: all values were read by the adapter of their type. */
  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> unmodifiable(Map<String, @Nullable Object> entries) {
    return (Map<String, T>) Collections.unmodifiableMap(entries);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Map<String, T> entries) throws IOException {
    if (entries == null) {
      writer.nullValue();
      return;
    }
    Map<String, ?> items = entries instanceof PartialMap<T> partial ? partial.all() : entries;
    writer.beginObject();
    for (Map.Entry<String, ?> entry : items.entrySet()) {
      writer.name(entry.getKey());
      write(writer, entry.getValue());
    }
    writer.endObject();
  }

  @SuppressWarnings("unchecked")
  private void write(JsonWriter writer, @Nullable Object item) throws IOException {
    if (item == null) {
      JsonAdapters.writeNull(writer);
    } else if (item instanceof Misfit misfit) {
      RawJson.write(writer, misfit.json());
    } else {
      value.toJson(writer, (T) item);
    }
  }
}
