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
  /**
   * Less than half of the levels that Moshi reads in one document, and far more than any answer
   * has.
   */
  private static final int MAX_DOCUMENTS = 100;

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
        JsonReader heldReader = held.toReader(reader);
        heldReader.beginObject();
        member.readProperties(heldReader, builder);
      } catch (JsonDataException e) {
        throw new JsonDataException(
            inPlace(e, reader.getPath(), tag == null ? held.lastName() : tag), e);
      }
    }
    if (tag != null && tagValue != null) {
      member.readTag(builder, tag, tagValue);
    }
    member.readProperties(reader, builder);
    reader.endObject();
    return member.build(builder);
  }

  /** The message with the path in the whole document instead of that in the held properties. */
  private static String inPlace(JsonDataException e, String path, String lastName) {
    String message = String.valueOf(e.getMessage());
    int held = Math.max(message.lastIndexOf(" at $"), message.lastIndexOf(" at path $"));
    if (held < 0) {
      return message;
    }
    int start = message.indexOf('$', held);
    return message.substring(0, start)
        + path.substring(0, path.length() - lastName.length() - 1)
        + message.substring(start + 1);
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

    MemberAdapter<? extends T, ?> ofType(Class<?> type) {
      MemberAdapter<? extends T, ?> adapter = byType.get(type);
      if (adapter == null) {
        throw new JsonDataException(type.getName() + " is no member of the union.");
      }
      return adapter;
    }

    void write(JsonWriter writer, T value) throws IOException {
      write(writer, ofType(value.getClass()), value);
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

  /** How many documents of held properties stand in each other. */
  private record Nesting(int documents) {}

  /** The text of an object as far as it was read. */
  static final class HeldProperties {
    private final Buffer buffer = new Buffer();
    private final JsonWriter writer;
    private final Set<String> names = new HashSet<>();
    private String lastName = "";

    HeldProperties() throws IOException {
      writer = JsonWriter.of(buffer);
      writer.setSerializeNulls(true);
      writer.beginObject();
    }

    Set<String> names() {
      return names;
    }

    String lastName() {
      return lastName;
    }

    void hold(String name, JsonReader reader) throws IOException {
      names.add(name);
      lastName = name;
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
      lastName = name;
      writer.name(name).value(value);
    }

    /**
     * The properties as a document of their own. A reader bounds the nesting of its document, but
     * here a document may stand in another, so the number of those is bounded as well.
     */
    JsonReader toReader(JsonReader outer) throws IOException {
      Nesting outside = outer.tag(Nesting.class);
      int documents = outside == null ? 1 : outside.documents + 1;
      if (documents > MAX_DOCUMENTS) {
        throw new JsonDataException(
            "Nesting too deep: more than " + MAX_DOCUMENTS + " unions within each other at $");
      }
      JsonReader reader = JsonReader.of(endDocument());
      reader.setTag(Nesting.class, new Nesting(documents));
      return reader;
    }

    JsonValue toJsonValue() throws IOException {
      return JsonValue.read(JsonReader.of(endDocument()));
    }

    private Buffer endDocument() throws IOException {
      writer.endObject();
      writer.flush();
      return buffer;
    }
  }
}
