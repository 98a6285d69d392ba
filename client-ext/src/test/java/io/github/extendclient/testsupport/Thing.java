package io.github.extendclient.testsupport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.internal.json.ModelAdapters;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The only model of the small API. */
public record Thing(@Nullable String name, int size) {
  /** The adapters of the small API. */
  static final ModelAdapters ADAPTERS =
      new ModelAdapters(type -> type == Thing.class ? new Adapter() : null);

  /** Runs before each is read. */
  public static volatile Runnable onRead = () -> {};

  private static final class Adapter extends JsonAdapter<Thing> {
    @Override
    public Thing fromJson(JsonReader reader) throws IOException {
      onRead.run();
      String name = null;
      int size = 0;
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.nextName()) {
          case "name" -> name = reader.nextString();
          case "size" -> size = reader.nextInt();
          default -> reader.skipValue();
        }
      }
      reader.endObject();
      return new Thing(name, size);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Thing value) throws IOException {
      Thing thing = Objects.requireNonNull(value);
      writer.beginObject();
      writer.name("name").value(thing.name());
      writer.name("size").value(thing.size());
      writer.endObject();
    }
  }
}
