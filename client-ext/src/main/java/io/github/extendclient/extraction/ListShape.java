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
  public List<Object> decode(JsonValue json, Place place) {
    List<Object> decoded = new ArrayList<>();
    for (JsonValue item : elements(json, place)) {
      Place itemPlace = place.item(decoded.size());
      Object value = items.decode(item, itemPlace);
      if (value == null) {
        throw itemPlace.isNot(items.kind(), Kind.NULL);
      }
      decoded.add(value);
    }
    return Collections.unmodifiableList(decoded);
  }

  /** The items in JSON; none if the API leaves the list out. */
  static List<JsonValue> elements(JsonValue json, Place place) {
    return place.holds(Kind.LIST, json) ? json.asArray() : List.of();
  }
}
