package io.github.extendclient.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a union whose members are told apart by the properties that they have: the
 * member of which all required properties are there, and of which most properties are known.
 *
 * @param <T> the union
 */
public abstract class StructuralUnionAdapter<T> extends UnionAdapter<T> {
  private @Nullable MapMember<? extends T, ?> mapMember;

  /**
   * For generated code, which then names the members.
   *
   * @param moshi has the adapters of the members
   * @param unknown keeps a member that is newer than this client
   */
  protected StructuralUnionAdapter(Moshi moshi, Function<JsonValue, ? extends T> unknown) {
    super(moshi, unknown);
  }

  /**
   * Adds a member; of two that fit equally well the first is taken.
   *
   * @param type its class
   */
  protected final void member(Class<? extends T> type) {
    addType(type);
  }

  /**
   * Adds the member whose names are not fixed, which is taken when no other fits.
   *
   * @param <M> its class
   * @param <V> the values
   * @param type its class
   * @param values reads and writes the map
   * @param wrap makes the member
   * @param unwrap gives the map of the member
   */
  protected final <M extends T, V> void mapMember(
      Class<M> type,
      JsonAdapter<Map<String, V>> values,
      Function<Map<String, V>, M> wrap,
      Function<M, Map<String, V>> unwrap) {
    mapMember = new MapMember<>(type, values, wrap, unwrap);
  }

  @Override
  final T readObject(JsonReader reader) throws IOException {
    HeldProperties held = new HeldProperties();
    Map<String, String> texts = new HashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (isConstant(name) && reader.peek() == JsonReader.Token.STRING) {
        String text = reader.nextString();
        texts.put(name, text);
        held.hold(name, text);
      } else {
        held.hold(name, reader);
      }
    }
    MemberAdapter<? extends T, ?> best = pick(held, texts);
    if (best != null) {
      return read(best, held, null, null, reader);
    }
    reader.endObject();
    return readMap(held.toJsonValue());
  }

  @Override
  final boolean writeOther(JsonWriter writer, T value) throws IOException {
    return mapMember != null && mapMember.write(writer, value);
  }

  private T readMap(JsonValue object) throws IOException {
    if (mapMember != null) {
      try {
        return mapMember.read(object);
      } catch (JsonDataException notThisMap) {
        return unknown(object);
      }
    }
    return unknown(object);
  }

  private boolean isConstant(String name) {
    for (MemberAdapter<? extends T, ?> member : members().inOrder()) {
      if (member.constant(name) != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable MemberAdapter<? extends T, ?> pick(
      HeldProperties held, Map<String, String> texts) {
    MemberAdapter<? extends T, ?> best = null;
    long bestKnown = -1;
    for (MemberAdapter<? extends T, ?> member : members().inOrder()) {
      if (held.names().containsAll(member.requiredNames()) && agrees(member, texts)) {
        long known = held.names().stream().filter(member.knownNames()::contains).count();
        if (known > bestKnown) {
          best = member;
          bestKnown = known;
        }
      }
    }
    return best;
  }

  private static boolean agrees(MemberAdapter<?, ?> member, Map<String, String> texts) {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String constant = member.constant(text.getKey());
      if (constant != null && !constant.equals(text.getValue())) {
        return false;
      }
    }
    return true;
  }

  private record MapMember<M, V>(
      Class<M> type,
      JsonAdapter<Map<String, V>> values,
      Function<Map<String, V>, M> wrap,
      Function<M, Map<String, V>> unwrap) {

    M read(JsonValue object) throws IOException {
      return wrap.apply(Objects.requireNonNull(values.fromJson(object.json())));
    }

    boolean write(JsonWriter writer, Object value) throws IOException {
      if (!type.isInstance(value)) {
        return false;
      }
      values.toJson(writer, unwrap.apply(type.cast(value)));
      return true;
    }
  }
}
