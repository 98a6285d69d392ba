package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of values or records. */
record ListShape(ItemShape items) implements Shape {
  @Override
  public Map<String, @Nullable Object> property(@Nullable String description) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    if (description != null) {
      schema.put("description", description);
    }
    schema.put("items", items.item());
    return schema;
  }

  @Override
  public Kind kind() {
    return Kind.LIST;
  }

  @Override
  public @Nullable Object convert(JsonValue json, ValuePath path, Mismatches mismatches) {
    List<Object> decoded = new ArrayList<>();
    int index = 0;
    for (JsonValue item : json.asArray()) {
      ValuePath itemPath = path.item(index++, decoded.size());
      Object value = item(item, itemPath, mismatches);
      if (value != null) {
        decoded.add(value);
      }
    }
    return Collections.unmodifiableList(decoded);
  }

  @Override
  public @Nullable Object replacement(JsonValue json, ValuePath path) {
    return List.of();
  }

  /** Returns the item as a Java object; null if the record's list omits it. */
  @Nullable Object item(JsonValue json, ValuePath path, Mismatches mismatches) {
    return Kind.of(json) == Kind.NULL
        ? mismatches.note(Mismatch.ofKind(path, json, items.kind()))
        : items.decode(json, path, mismatches);
  }

  /** Returns the items in JSON; none if the value is not a list. */
  static List<JsonValue> elements(JsonValue json) {
    return Kind.of(json) == Kind.LIST ? json.asArray() : List.of();
  }
}
