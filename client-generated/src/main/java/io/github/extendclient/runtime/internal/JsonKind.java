package io.github.extendclient.runtime.internal;

import com.squareup.moshi.JsonReader;
import io.github.extendclient.runtime.JsonValue;

/** The kinds of JSON values, for messages. */
enum JsonKind {
  OBJECT("an object"),
  ARRAY("an array"),
  STRING("a string"),
  NUMBER("a number"),
  BOOLEAN("a boolean"),
  NULL("null");

  private final String text;

  JsonKind(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  static JsonKind of(JsonValue value) {
    return switch (value.json().charAt(0)) {
      case '{' -> OBJECT;
      case '[' -> ARRAY;
      case '"' -> STRING;
      case 't', 'f' -> BOOLEAN;
      case 'n' -> NULL;
      default -> NUMBER;
    };
  }

  static JsonKind of(JsonReader.Token token) {
    return switch (token) {
      case BEGIN_OBJECT -> OBJECT;
      case BEGIN_ARRAY -> ARRAY;
      case STRING -> STRING;
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> NUMBER;
      default -> NULL;
    };
  }
}
