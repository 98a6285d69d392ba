package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes JSON as a newer API would, so that tests can show that clients accept it. */
final class NewerApiJson {
  private static final String EXTRA = "fieldOfTheFuture";

  private NewerApiJson() {}

  /** Replaces the texts of all properties with a name. */
  static @Nullable Object withValue(@Nullable Object json, String property, String value) {
    if (json instanceof List<?> list) {
      return list.stream().map(item -> withValue(item, property, value)).toList();
    }
    if (json instanceof JsonObject object) {
      JsonObject changed = new JsonObject();
      object.forEach(
          (name, member) ->
              changed.put(
                  name,
                  name.equals(property) && member instanceof String
                      ? value
                      : withValue(member, property, value)));
      return changed;
    }
    return json;
  }

  /** Adds a field to all objects that the API names: those with an {@code object} or {@code id}. */
  static @Nullable Object withExtraFields(@Nullable Object json) {
    if (json instanceof List<?> list) {
      return list.stream().map(NewerApiJson::withExtraFields).toList();
    }
    if (json instanceof JsonObject object) {
      JsonObject changed = new JsonObject();
      object.forEach((name, member) -> changed.put(name, withExtraFields(member)));
      if (object.containsKey("object") || object.containsKey("id")) {
        changed.put(EXTRA, JsonObject.of("answer", 42L));
      }
      return changed;
    }
    return json;
  }
}
