package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.FieldMetadata;
import java.util.Map;

/** JSON as tests write it: with single quotes and free white space. */
final class Json {
  private Json() {}

  static JsonValue of(String json) {
    return JsonValue.ofJson(json.replace('\'', '"'));
  }

  /** The same JSON without white space. */
  static String compact(String json) {
    return JsonValue.of(of(json).toPlain()).json();
  }

  static ExtractOutputJson output(String value) {
    return output(value, Map.of());
  }

  static ExtractOutputJson output(String value, Map<String, FieldMetadata> metadata) {
    return ExtractOutputJson.builder().value(of(value).asObject()).metadata(metadata).build();
  }
}
