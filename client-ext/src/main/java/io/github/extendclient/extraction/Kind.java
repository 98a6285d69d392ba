package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;

/** The kinds of JSON values, told by how their text begins. */
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

  /** For messages. */
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
