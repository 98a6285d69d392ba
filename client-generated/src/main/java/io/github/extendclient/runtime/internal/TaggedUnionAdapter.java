package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a union whose members are distinguished by the text of one property. Fastest if
 * that property is first, correct in any position.
 *
 * @param <T> the union
 */
public final class TaggedUnionAdapter<T> extends UnionAdapter<T> {
  private final String tag;
  private final JsonReader.Options tagName;
  private final List<String> values = new ArrayList<>();
  private final List<ModelBuilder<? extends T, ?>> members = new ArrayList<>();
  private volatile JsonReader.@Nullable Options tagValues;

  /**
   * For generated code, which then names the members.
   *
   * @param tag the property that distinguishes the members
   * @param unknown makes an unknown member
   */
  public TaggedUnionAdapter(String tag, Function<JsonValue, ? extends T> unknown) {
    super(unknown);
    this.tag = tag;
    this.tagName = JsonReader.Options.of(tag);
  }

  /**
   * Adds a member, identified by the single permitted text of the property in its class. A class
   * without that property is never selected.
   *
   * @param adapter the adapter of its class
   * @return this
   */
  public TaggedUnionAdapter<T> member(ObjectAdapter<? extends T> adapter) {
    String value = adapter.traits().constant(tag);
    return value == null ? this : member(value, adapter);
  }

  /**
   * Adds a member for a text; a member may have several texts.
   *
   * @param value the text of the property
   * @param adapter the adapter of its class
   * @return this
   */
  public TaggedUnionAdapter<T> member(String value, ObjectAdapter<? extends T> adapter) {
    values.add(value);
    members.add(adapter.newBuilder(tag, value));
    return this;
  }

  @Override
  T readObject(JsonReader reader) throws IOException {
    HeldProperties held = null;
    reader.beginObject();
    while (reader.hasNext()) {
      boolean atTag = reader.selectName(tagName) == 0;
      boolean isTagged = atTag && reader.peek() == JsonReader.Token.STRING;
      if (isTagged) {
        int index = reader.selectString(tagValues());
        if (index >= 0) {
          return readMember(members.get(index).duplicate(), held, tag, reader);
        }
      }
      if (held == null) {
        held = new HeldProperties();
      }
      if (isTagged) {
        held.hold(tag, reader.nextString());
      } else {
        held.hold(atTag ? tag : reader.nextName(), reader);
      }
    }
    reader.endObject();
    return unknown(held == null ? RawJson.of("{}") : held.toJsonValue());
  }

  private JsonReader.Options tagValues() {
    JsonReader.Options options = tagValues;
    if (options == null) {
      options = JsonReader.Options.of(values.toArray(String[]::new));
      tagValues = options;
    }
    return options;
  }
}
