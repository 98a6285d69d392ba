package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A closed choice: an enum.
 *
 * @param type the enum
 * @param constants by the text that the API gives, in the order of the enum
 * @param descriptions of the constants, in their order; empty if no constant has one
 */
record ChoiceShape(Class<?> type, Map<String, Object> constants, List<String> descriptions)
    implements Shape {
  @Override
  public Map<String, @Nullable Object> property(@Nullable String description) {
    List<@Nullable String> choices = new ArrayList<>(constants.keySet());
    choices.add(null);
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("enum", choices);
    if (!descriptions.isEmpty()) {
      schema.put("extend:descriptions", descriptions);
    }
    if (description != null) {
      schema.put("description", description);
    }
    return schema;
  }

  @Override
  public @Nullable Object decode(JsonValue json, Place place) {
    if (!place.holds(Kind.TEXT, json)) {
      return null;
    }
    Object constant = constants.get(json.asString());
    if (constant == null) {
      throw place.failure(
          "is none of the choices " + constants.keySet() + " of " + type.getName(),
          "Declare the component as String to take any text.");
    }
    return constant;
  }
}
