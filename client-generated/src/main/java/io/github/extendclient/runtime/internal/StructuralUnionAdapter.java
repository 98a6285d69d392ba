package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a union whose members are distinguished by their properties: selects the member
 * that has all its required properties present and the most known properties.
 *
 * <p>Reads an object directly as the first member that knows its first property. If another member
 * fits better at the end, writes the object to a buffer and reads it again. Copies the object first
 * only if the first name is not visible in the buffer, or a member has a property with a single
 * permitted value.
 *
 * @param <T> the union
 */
public final class StructuralUnionAdapter<T> extends UnionAdapter<T> {
  private final List<Member<? extends T>> members = new ArrayList<>();
  private boolean hasConstants;
  private @Nullable MapMember<? extends T, ?> mapMember;

  /**
   * For generated code, which then names the members.
   *
   * @param unknown makes an unknown member
   */
  public StructuralUnionAdapter(Function<JsonValue, ? extends T> unknown) {
    super(unknown);
  }

  /**
   * Adds a member; of two that fit equally well, the first is selected.
   *
   * @param adapter the adapter of its class
   * @return this
   */
  public StructuralUnionAdapter<T> member(ObjectAdapter<? extends T> adapter) {
    MemberTraits traits = adapter.traits();
    hasConstants |= traits.hasConstants();
    members.add(new Member<>(adapter.newBuilder(), traits, Set.of(adapter.names())));
    return this;
  }

  /**
   * Adds the member with arbitrary names, which is selected if no other fits.
   *
   * @param <M> its class
   * @param <V> the type of the values
   * @param type its class
   * @param values reads and writes the map
   * @param wrap makes the member
   * @param unwrap returns the map of the member
   * @return this
   */
  public <M extends T, V> StructuralUnionAdapter<T> mapMember(
      Class<M> type,
      JsonAdapter<Map<String, V>> values,
      Function<Map<String, V>, M> wrap,
      Function<M, Map<String, V>> unwrap) {
    mapMember = new MapMember<>(type, values, wrap, unwrap);
    return this;
  }

  @Override
  T readObject(JsonReader reader) throws IOException {
    reader.beginObject();
    Member<? extends T> guess = guess(reader);
    return guess == null ? readBest(reader) : readGuess(guess, reader);
  }

  /**
   * Returns the member to read directly; null for none. Does not guess when reading buffered
   * properties, because each level of nested unions would double the time.
   */
  private @Nullable Member<? extends T> guess(JsonReader reader) throws IOException {
    if (hasConstants || HeldProperties.isReading(reader)) {
      return null;
    }
    if (members.size() == 1) {
      return members.get(0);
    }
    if (reader.hasNext()) {
      for (Member<? extends T> member : members) {
        if (Lookahead.isNext(member.quoted, reader)) {
          return member;
        }
      }
    }
    return null;
  }

  private <M extends T> T readGuess(Member<M> guess, JsonReader reader) throws IOException {
    ModelBuilder<M, ?> builder = guess.empty.duplicate();
    builder.read(reader);
    reader.endObject();
    Member<? extends T> best = pick(builder.presentNames(), Map.of());
    if (best == guess) {
      return builder.object();
    }
    Buffer json = new Buffer();
    builder.writeObject(JsonWriter.of(json));
    if (best == null) {
      return readMap(RawJson.of(json.readUtf8()));
    }
    JsonReader again = HeldProperties.newReader(json, reader);
    again.beginObject();
    return readMember(best.empty.duplicate(), null, null, again);
  }

  private T readBest(JsonReader reader) throws IOException {
    HeldProperties held = new HeldProperties();
    Set<String> names = new HashSet<>();
    Map<String, String> texts = new HashMap<>();
    while (reader.hasNext()) {
      String name = reader.nextName();
      names.add(name);
      if (isConstant(name) && reader.peek() == JsonReader.Token.STRING) {
        String text = reader.nextString();
        texts.put(name, text);
        held.hold(name, text);
      } else {
        held.hold(name, reader);
      }
    }
    Member<? extends T> best = pick(names, texts);
    if (best != null) {
      return readMember(best.empty.duplicate(), held, null, reader);
    }
    reader.endObject();
    return readMap(held.toJsonValue());
  }

  @Override
  void writeOther(JsonWriter writer, T value) throws IOException {
    if (mapMember == null || !mapMember.write(writer, value)) {
      super.writeOther(writer, value);
    }
  }

  private T readMap(JsonValue object) throws IOException {
    if (mapMember != null) {
      T read = mapMember.read(object);
      return read == null ? unknown(object) : read;
    }
    return unknown(object);
  }

  private boolean isConstant(String name) {
    for (Member<? extends T> member : members) {
      if (member.traits.constant(name) != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Member<? extends T> pick(Set<String> names, Map<String, String> texts) {
    Member<? extends T> best = null;
    int bestKnown = -1;
    for (Member<? extends T> member : members) {
      if (names.containsAll(member.traits.required()) && member.agreesWith(texts)) {
        int known = member.knownAmong(names);
        if (known > bestKnown) {
          best = member;
          bestKnown = known;
        }
      }
    }
    return best;
  }

  /**
   * A member.
   *
   * @param empty a builder without properties
   * @param traits its traits
   * @param known the names of its properties
   * @param quoted these names, each with its closing quote
   */
  private record Member<M>(
      ModelBuilder<M, ?> empty, MemberTraits traits, Set<String> known, ByteString[] quoted) {
    Member(ModelBuilder<M, ?> empty, MemberTraits traits, Set<String> known) {
      this(
          empty,
          traits,
          known,
          known.stream().map(name -> ByteString.encodeUtf8(name + '"')).toArray(ByteString[]::new));
    }

    int knownAmong(Set<String> names) {
      int count = 0;
      for (String name : names) {
        count += known.contains(name) ? 1 : 0;
      }
      return count;
    }

    boolean agreesWith(Map<String, String> texts) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        String constant = traits.constant(text.getKey());
        if (constant != null && !constant.equals(text.getValue())) {
          return false;
        }
      }
      return true;
    }
  }

  private record MapMember<M, V>(
      Class<M> type,
      JsonAdapter<Map<String, V>> values,
      Function<Map<String, V>, M> wrap,
      Function<M, Map<String, V>> unwrap) {

    /** Reads the object; returns null if a value does not fit. */
    @Nullable M read(JsonValue object) throws IOException {
      Map<String, V> map = Objects.requireNonNull(values.fromJson(RawJson.newReader(object)));
      return map instanceof PartialMap<V> ? null : wrap.apply(map);
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
