package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;

/** The kinds of JSON values, recognized by the first character of their text. */
enum Kind {
  OBJECT("an object"),
  LIST("a list"),
  TEXT("text"),
  NUMBER("a number"),
  BOOLEAN("true or false"),
  NULL("null");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /** Returns the name of the kind for messages. */
  String text() {
    return text;
  }

  static Kind of(JsonValue value) {
    return switch (value.json().charAt(0)) {
      case '{' -> OBJECT;
      case '[' -> LIST;
      case '"' -> TEXT;
      case 't', 'f' -> BOOLEAN;
      case 'n' -> NULL;
      default -> NUMBER;
    };
  }
}
