package io.github.extendclient.runtime.internal;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.UnexpectedValueException;
import org.jspecify.annotations.Nullable;

/**
 * A value that does not have the type in the specification, kept in place of the expected value.
 *
 * @param place its path for messages
 * @param expected the expected type, such as "a string"
 * @param json the received JSON
 */
record Misfit(String place, String expected, JsonValue json) {
  private static final int MAX_SHOWN = 100;

  UnexpectedValueException exception() {
    return exception(place);
  }

  /** Returns the exception, with the full path; this record has only the name of the property. */
  UnexpectedValueException exception(String place) {
    return new UnexpectedValueException(
        place
            + " is "
            + JsonKind.of(json).text()
            + " where "
            + expected
            + " is expected: update this client, or take the JSON from json().",
        place,
        json);
  }

  /** Returns the exception for a text in an unexpected format; its message shows the text. */
  static UnexpectedValueException exception(String place, String expected, String text) {
    return new UnexpectedValueException(
        place
            + " is \""
            + (text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…")
            + "\" where "
            + expected
            + " is expected: take the text from json().",
        place,
        JsonValue.of(text));
  }

  /** Ignores the path: an object is equal to one read as part of another document. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Misfit that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
