package io.github.extendclient.result;

import io.github.extendclient.runtime.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the single values in which two JSON values differ. An item added to or removed from the
 * middle of a list does not make all later items differ. Used once, by one thread.
 */
final class JsonDifference {
  private final List<Correction> corrections = new ArrayList<>();

  List<Correction> corrections() {
    return List.copyOf(corrections);
  }

  void compare(String path, JsonValue before, JsonValue after) {
    if (before.equals(after)) {
      return;
    }
    if (isObject(before) && isObject(after)) {
      objects(path, before.asObject(), after.asObject());
    } else if (isList(before) && isList(after)) {
      lists(path, before.asArray(), after.asArray());
    } else {
      corrections.add(new Correction(path, before, after, null, null));
    }
  }

  private void objects(String path, Map<String, JsonValue> before, Map<String, JsonValue> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      compare(
          path.isEmpty() ? name : path + "." + name,
          before.getOrDefault(name, JsonValue.NULL),
          after.getOrDefault(name, JsonValue.NULL));
    }
  }

  /** Pairs equal items at the start and at the end, then the others in order. */
  private void lists(String path, List<JsonValue> before, List<JsonValue> after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    int rest = Math.max(before.size(), after.size()) - end;
    for (int i = start; i < rest; i++) {
      compare(
          path + "[" + i + "]",
          i < before.size() - end ? before.get(i) : JsonValue.NULL,
          i < after.size() - end ? after.get(i) : JsonValue.NULL);
    }
  }

  private static boolean isObject(JsonValue value) {
    return value.json().startsWith("{");
  }

  private static boolean isList(JsonValue value) {
    return value.json().startsWith("[");
  }
}
