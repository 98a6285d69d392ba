package io.github.extendclient.extraction;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.error.Exceptions;

/**
 * The path of a value in the output and in the record. Names differ, and so do indexes after items
 * that a lenient reading omitted.
 *
 * @param origin the name of the output in messages
 * @param key the path in the output, such as {@code line_items[0].amount}; empty for the whole
 * @param name the path in the record, such as {@code lineItems[0].amount}; empty for the whole
 */
record ValuePath(String origin, String key, String name) {
  static ValuePath root(String origin) {
    return new ValuePath(origin, "", "");
  }

  ValuePath component(RecordField field) {
    return key.isEmpty()
        ? new ValuePath(origin, field.key(), field.name())
        : new ValuePath(origin, key + "." + field.key(), name + "." + field.name());
  }

  /**
   * Returns the path of an item.
   *
   * @param inOutput its index in the API's list
   * @param inRecord its index in the record's list
   */
  ValuePath item(int inOutput, int inRecord) {
    return new ValuePath(origin, key + "[" + inOutput + "]", name + "[" + inRecord + "]");
  }

  String jsonPath() {
    return key.isEmpty() ? "$" : "$." + key;
  }

  ExtendException failure(String problem, String remedy) {
    return Exceptions.MAKER.extraction(jsonPath(), message(problem, remedy), null);
  }

  String message(String problem, String remedy) {
    return jsonPath() + " in " + origin + " " + problem + ". " + remedy;
  }
}
