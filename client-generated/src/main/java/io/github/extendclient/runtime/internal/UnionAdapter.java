package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.UnknownMember;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The base class of union adapters: writes members, handles values that are not objects, and
 * buffers properties until the member is known. Copies each buffered property once instead of
 * peeking, so reading takes linear time wherever the decisive property is.
 *
 * @param <T> the union
 */
abstract class UnionAdapter<T> extends ValueAdapter<T> {
  private final Function<JsonValue, ? extends T> unknown;

  UnionAdapter(Function<JsonValue, ? extends T> unknown) {
    super(null);
    this.unknown = unknown;
  }

  abstract T readObject(JsonReader reader) throws IOException;

  /** Writes a member that is neither an object of a generated class nor unknown. */
  void writeOther(JsonWriter writer, T value) throws IOException {
    throw new JsonDataException(value.getClass().getName() + " is no member of the union.");
  }

  @Override
  public final @Nullable T fromJson(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case NULL -> reader.nextNull();
      case BEGIN_OBJECT -> readObject(reader);
      default -> unknown(RawJson.read(reader));
    };
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof ObjectModel member) {
      member.properties().writeObject(writer);
    } else if (value instanceof UnknownMember member) {
      RawJson.write(writer, member.json());
    } else {
      writeOther(writer, value);
    }
  }

  final T unknown(JsonValue json) {
    return unknown.apply(json);
  }

  /** Reads the buffered properties, then the rest of the object. */
  static <M> M readMember(
      ModelBuilder<M, ?> builder,
      @Nullable HeldProperties held,
      @Nullable String tag,
      JsonReader reader)
      throws IOException {
    if (held != null) {
      held.readInto(builder, reader, tag);
    }
    builder.read(reader);
    reader.endObject();
    return builder.object();
  }
}
