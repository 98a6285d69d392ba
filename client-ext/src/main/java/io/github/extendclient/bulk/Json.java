package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds JSON objects from JSON values. */
final class Json {
  private Json() {}

  static JsonValue object(Map<String, JsonValue> properties) {
    return JsonValue.ofJson(
        properties.entrySet().stream()
            .map(entry -> JsonValue.of(entry.getKey()).json() + ":" + entry.getValue().json())
            .collect(Collectors.joining(",", "{", "}")));
  }
}
