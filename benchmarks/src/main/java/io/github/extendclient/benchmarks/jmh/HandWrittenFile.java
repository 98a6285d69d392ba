package io.github.extendclient.benchmarks.jmh;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file as hand-written code for one program reads it: only the properties that it needs. */
public final class HandWrittenFile {
  public @Nullable String object;
  public @Nullable String id;
  public @Nullable String name;
  public @Nullable String type;
  public @Nullable String presignedUrl;
  public @Nullable String parentFileId;
  public @Nullable Double pageCount;
  public @Nullable String createdAt;
  public @Nullable String updatedAt;

  /** An adapter without reflection. */
  static final class Adapter extends JsonAdapter<HandWrittenFile> {
    private static final JsonReader.Options NAMES =
        JsonReader.Options.of(
            "object",
            "id",
            "name",
            "type",
            "presignedUrl",
            "parentFileId",
            "metadata",
            "createdAt",
            "updatedAt");
    private static final JsonReader.Options METADATA = JsonReader.Options.of("pageCount");

    @Override
    public HandWrittenFile fromJson(JsonReader reader) throws IOException {
      HandWrittenFile file = new HandWrittenFile();
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.selectName(NAMES)) {
          case 0 -> file.object = text(reader);
          case 1 -> file.id = text(reader);
          case 2 -> file.name = text(reader);
          case 3 -> file.type = text(reader);
          case 4 -> file.presignedUrl = text(reader);
          case 5 -> file.parentFileId = text(reader);
          case 6 -> file.pageCount = pageCount(reader);
          case 7 -> file.createdAt = text(reader);
          case 8 -> file.updatedAt = text(reader);
          default -> {
            reader.skipName();
            reader.skipValue();
          }
        }
      }
      reader.endObject();
      return file;
    }

    private static @Nullable String text(JsonReader reader) throws IOException {
      return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : reader.nextString();
    }

    private static @Nullable Double pageCount(JsonReader reader) throws IOException {
      Double count = null;
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.selectName(METADATA) == 0) {
          count = reader.nextDouble();
        } else {
          reader.skipName();
          reader.skipValue();
        }
      }
      reader.endObject();
      return count;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable HandWrittenFile value) {
      throw new UnsupportedOperationException("Files are only read.");
    }
  }
}
