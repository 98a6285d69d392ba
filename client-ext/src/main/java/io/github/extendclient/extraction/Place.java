package io.github.extendclient.extraction;

import io.github.extendclient.runtime.JsonValue;

/**
 * A place in an output, in both spellings.
 *
 * @param origin names the output in messages
 * @param key as the API spells it, such as {@code line_items[0].amount}; empty for the whole
 * @param name as Java spells it, such as {@code lineItems[0].amount}; empty for the whole
 */
record Place(String origin, String key, String name) {
  static final String SAME_SCHEMA = "Read an output with the schema that its run was made with.";

  static Place root(String origin) {
    return new Place(origin, "", "");
  }

  Place component(RecordField field) {
    return key.isEmpty()
        ? new Place(origin, field.key(), field.name())
        : new Place(origin, key + "." + field.key(), name + "." + field.name());
  }

  Place item(int index) {
    return new Place(origin, key + "[" + index + "]", name + "[" + index + "]");
  }

  String jsonPath() {
    return key.isEmpty() ? "$" : "$." + key;
  }

  /** Whether JSON holds a value, which must be of a kind; false if it is null. */
  boolean holds(Kind wanted, JsonValue json) {
    Kind found = Kind.of(json);
    if (found != wanted && found != Kind.NULL) {
      throw isNot(wanted, found);
    }
    return found != Kind.NULL;
  }

  ExtractionReadException isNot(Kind wanted, Kind found) {
    return failure("is " + found.text() + " where " + wanted.text() + " is due", SAME_SCHEMA);
  }

  ExtractionReadException failure(String problem, String wayOut) {
    return new ExtractionReadException(jsonPath(), message(problem, wayOut));
  }

  ExtractionReadException failure(String problem, String wayOut, Throwable cause) {
    return new ExtractionReadException(jsonPath(), message(problem, wayOut), cause);
  }

  private String message(String problem, String wayOut) {
    return jsonPath() + " in " + origin + " " + problem + ". " + wayOut;
  }
}
