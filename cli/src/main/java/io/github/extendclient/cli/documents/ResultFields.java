package io.github.extendclient.cli.documents;

import io.github.extendclient.runtime.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The output of a run as names and values: objects and lists are taken apart. */
final class ResultFields {
  private final List<Field> fields = new ArrayList<>();

  /** A value with the path to it, such as {@code items[0].price}. */
  record Field(String name, String value) {}

  private ResultFields() {}

  /** The fields of a run; none if it has no output. */
  static List<Field> of(JsonValue run) {
    ResultFields read = new ResultFields();
    Map<String, JsonValue> whole = run.asObject();
    JsonValue output = whole.get("output");
    if (output != null && isObject(output)) {
      JsonValue value = output.asObject().get("value");
      read.add("", value != null && isObject(value) ? value : output);
    } else {
      // Of a workflow: what its steps did.
      JsonValue steps = whole.get("stepRuns");
      if (steps != null && !steps.isNull()) {
        read.add("stepRuns", steps);
      }
    }
    return read.fields;
  }

  private void add(String name, JsonValue value) {
    String json = value.json();
    if (json.startsWith("{")) {
      value.asObject().forEach((key, part) -> add(name.isEmpty() ? key : name + "." + key, part));
    } else if (json.startsWith("[")) {
      List<JsonValue> parts = value.asArray();
      for (int i = 0; i < parts.size(); i++) {
        add(name + "[" + i + "]", parts.get(i));
      }
    } else {
      fields.add(new Field(name, json.startsWith("\"") ? value.asString() : json));
    }
  }

  private static boolean isObject(JsonValue value) {
    return value.json().startsWith("{");
  }
}
