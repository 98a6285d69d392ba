package io.github.extendclient.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * What all unions share: the members, writing, and the properties that are held back until it is
 * known which member they belong to. Nothing is peeked: what comes before the decision is copied
 * once, so that reading takes linear time wherever the decisive property stands.
 *
 * @param <T> the union
 */
abstract class UnionAdapter<T> extends JsonAdapter<T> {
  private final Moshi moshi;
  private final List<Class<? extends T>> types = new ArrayList<>();
  private final Function<JsonValue, ? extends T> unknown;
  private volatile @Nullable Members<T> members;

  UnionAdapter(Moshi moshi, Function<JsonValue, ? extends T> unknown) {
    this.moshi = moshi;
    this.unknown = unknown;
  }

  final void addType(Class<? extends T> type) {
    types.add(type);
  }

  /** Writes what is neither an object of a generated class nor unknown. */
  boolean writeOther(JsonWriter writer, T value) throws IOException {
    return false;
  }

  /** Looked up at the first use: a member may hold the union and be under construction before. */
  final Members<T> members() {
    Members<T> found = members;
    if (found == null) {
      found = new Members<>(moshi, types);
      members = found;
    }
    return found;
  }

  abstract T readObject(JsonReader reader) throws IOException;

  @Override
  public final @Nullable T fromJson(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case NULL -> reader.nextNull();
      case BEGIN_OBJECT -> readObject(reader);
      default -> unknown.apply(JsonValue.read(reader));
    };
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof UnknownMember member) {
      member.json().write(writer);
    } else if (!writeOther(writer, value)) {
      members().write(writer, value);
    }
  }

  final T unknown(JsonValue object) {
    return unknown.apply(object);
  }

  /** Reads what was held, then what is left of the object. */
  final <M extends T, B> M read(
      MemberAdapter<M, B> member,
      @Nullable HeldProperties held,
      @Nullable String tag,
      @Nullable String tagValue,
      JsonReader reader)
      throws IOException {
    B builder = member.newBuilder();
    if (held != null) {
      try {
        JsonReader heldReader = held.toReader();
        heldReader.beginObject();
        member.readProperties(heldReader, builder);
      } catch (JsonDataException e) {
        throw new JsonDataException(e.getMessage() + " within " + reader.getPath(), e);
      }
    }
    if (tag != null && tagValue != null) {
      member.readTag(builder, tag, tagValue);
    }
    member.readProperties(reader, builder);
    reader.endObject();
    return member.build(builder);
  }

  static final class Members<T> {
    private final List<MemberAdapter<? extends T, ?>> inOrder = new ArrayList<>();
    private final Map<Class<?>, MemberAdapter<? extends T, ?>> byType = new HashMap<>();

    Members(Moshi moshi, List<Class<? extends T>> types) {
      for (Class<? extends T> type : types) {
        inOrder.add(byType.computeIfAbsent(type, t -> memberAdapter(moshi, type)));
      }
    }

    List<MemberAdapter<? extends T, ?>> inOrder() {
      return inOrder;
    }

    void write(JsonWriter writer, T value) throws IOException {
      MemberAdapter<? extends T, ?> adapter = byType.get(value.getClass());
      if (adapter == null) {
        throw new JsonDataException(value.getClass().getName() + " is no member of the union.");
      }
      write(writer, adapter, value);
    }

    /** The key of the map is the class that the adapter reads and writes. */
    @SuppressWarnings("unchecked")
    private static <M> void write(JsonWriter writer, MemberAdapter<M, ?> adapter, Object value)
        throws IOException {
      adapter.toJson(writer, (M) value);
    }

    private static <M> MemberAdapter<M, ?> memberAdapter(Moshi moshi, Class<M> type) {
      if (moshi.adapter(type) instanceof MemberAdapter<M, ?> adapter) {
        return adapter;
      }
      throw new IllegalStateException(
          "The adapter of "
              + type.getName()
              + " is not the generated one: a union needs its members' generated adapters.");
    }
  }

  /** The text of an object as far as it was read. */
  static final class HeldProperties {
    private final Buffer buffer = new Buffer();
    private final JsonWriter writer;
    private final Set<String> names = new HashSet<>();

    HeldProperties() throws IOException {
      writer = JsonWriter.of(buffer);
      writer.setSerializeNulls(true);
      writer.beginObject();
    }

    Set<String> names() {
      return names;
    }

    void hold(String name, JsonReader reader) throws IOException {
      names.add(name);
      writer.name(name);
      if (reader.peek() == JsonReader.Token.NULL) {
        reader.<Object>nextNull();
        writer.nullValue();
        return;
      }
      try (BufferedSource source = reader.nextSource();
          BufferedSink sink = writer.valueSink()) {
        sink.writeAll(source);
      }
    }

    void hold(String name, String value) throws IOException {
      names.add(name);
      writer.name(name).value(value);
    }

    JsonReader toReader() throws IOException {
      writer.endObject();
      writer.flush();
      return JsonReader.of(buffer);
    }

    JsonValue toJsonValue() throws IOException {
      return JsonValue.read(toReader());
    }
  }
}
