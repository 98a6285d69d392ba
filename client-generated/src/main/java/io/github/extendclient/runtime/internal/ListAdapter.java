package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes an array. An item that does not fit is kept at its index as a misfit. */
final class ListAdapter<T> extends ValueAdapter<List<T>> {
  /** Most lists are the four corners of a polygon. */
  private static final int FIRST_SIZE = 4;

  private final JsonAdapter<T> element;

  ListAdapter(JsonAdapter<T> element) {
    super(JsonReader.Token.BEGIN_ARRAY);
    this.element = element;
  }

  @Override
  public @Nullable List<T> fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    reader.beginArray();
    if (!reader.hasNext()) {
      reader.endArray();
      return List.of();
    }
    @Nullable Object[] elements = new Object[FIRST_SIZE];
    int size = 0;
    boolean isPartial = false;
    do {
      if (size == elements.length) {
        elements = Arrays.copyOf(elements, 2 * size);
      }
      Object item = readItem(element, reader);
      isPartial |= item instanceof Misfit;
      elements[size] = item;
      size++;
    } while (reader.hasNext());
    reader.endArray();
    @Nullable Object[] items = size == elements.length ? elements : Arrays.copyOf(elements, size);
    return isPartial ? new PartialList<>(items) : unmodifiable(items);
  }

  /** Safe: all elements were read by the adapter of their type. */
  @SuppressWarnings("unchecked")
  private static <T> List<T> unmodifiable(@Nullable Object[] elements) {
    return (List<T>) Collections.unmodifiableList(Arrays.asList(elements));
  }

  @Override
  @SuppressWarnings("unchecked")
  public void toJson(JsonWriter writer, @Nullable List<T> value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginArray();
    if (value instanceof PartialList<T> partial) {
      for (Object item : partial.items()) {
        if (item instanceof Misfit misfit) {
          RawJson.write(writer, misfit.json());
        } else {
          element.toJson(writer, (T) item);
        }
      }
    } else {
      for (T item : value) {
        element.toJson(writer, item);
      }
    }
    writer.endArray();
  }
}
