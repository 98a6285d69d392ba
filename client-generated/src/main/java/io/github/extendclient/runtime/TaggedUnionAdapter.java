package io.github.extendclient.runtime;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a union whose members are told apart by the text of one property. Fastest when
 * that property comes first; right wherever it stands.
 *
 * @param <T> the union
 */
public abstract class TaggedUnionAdapter<T> extends UnionAdapter<T> {
  private final String tag;
  private final JsonReader.Options tagName;
  private final Map<String, Class<? extends T>> typeByTag = new LinkedHashMap<>();
  private volatile @Nullable Tags<T> tags;

  /**
   * For generated code, which then names the members.
   *
   * @param moshi has the adapters of the members
   * @param tag the property that tells the members apart
   * @param unknown keeps a member that is newer than this client
   */
  protected TaggedUnionAdapter(Moshi moshi, String tag, Function<JsonValue, ? extends T> unknown) {
    super(moshi, unknown);
    this.tag = tag;
    this.tagName = JsonReader.Options.of(tag);
  }

  /**
   * Adds a member. Unless {@link #tag} names it, its tag is the only text that the property may
   * have in its class.
   *
   * @param type its class
   */
  protected final void member(Class<? extends T> type) {
    addType(type);
  }

  /**
   * Adds a tag of a member; a member may have several.
   *
   * @param value the text of the tag
   * @param type the class of the member
   */
  protected final void tag(String value, Class<? extends T> type) {
    typeByTag.put(value, type);
  }

  @Override
  final T readObject(JsonReader reader) throws IOException {
    Tags<T> tags = tags();
    HeldProperties held = null;
    reader.beginObject();
    while (reader.hasNext()) {
      boolean atTag = reader.selectName(tagName) == 0;
      if (atTag && reader.peek() == JsonReader.Token.STRING) {
        int index = reader.selectString(tags.options);
        if (index >= 0) {
          return read(tags.members.get(index), held, tag, tags.values.get(index), reader);
        }
      }
      if (held == null) {
        held = new HeldProperties();
      }
      held.hold(atTag ? tag : reader.nextName(), reader);
    }
    reader.endObject();
    return unknown(held == null ? JsonValue.EMPTY_OBJECT : held.toJsonValue());
  }

  private Tags<T> tags() {
    Tags<T> found = tags;
    if (found == null) {
      found = new Tags<>(tag, typeByTag, members());
      tags = found;
    }
    return found;
  }

  private static final class Tags<T> {
    final List<String> values = new ArrayList<>();
    final List<MemberAdapter<? extends T, ?>> members = new ArrayList<>();
    final JsonReader.Options options;

    Tags(String tag, Map<String, Class<? extends T>> typeByTag, Members<T> all) {
      typeByTag.forEach((value, type) -> add(value, all.ofType(type)));
      for (MemberAdapter<? extends T, ?> member : all.inOrder()) {
        String value = member.constant(tag);
        if (value != null && !typeByTag.containsKey(value)) {
          add(value, member);
        }
      }
      options = JsonReader.Options.of(values.toArray(String[]::new));
    }

    private void add(String value, MemberAdapter<? extends T, ?> member) {
      values.add(value);
      members.add(member);
    }
  }
}
