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
 * @param constants the constants by their texts in the API, in the order of the enum
 * @param descriptions the descriptions of the constants, in the same order; empty if no constant
 *     has one
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
  public Kind kind() {
    return Kind.TEXT;
  }

  @Override
  public @Nullable Object convert(JsonValue json, ValuePath path, Mismatches mismatches) {
    Object constant = constants.get(json.asString());
    return constant != null
        ? constant
        : mismatches.note(
            Mismatch.ofValue(
                path,
                json,
                "one of the choices " + constants.keySet(),
                "is not one of the choices " + constants.keySet() + " of " + type.getName(),
                Mismatch.STRING_OR_LENIENT));
  }
}
