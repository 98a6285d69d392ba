package io.github.extendclient.runtime.internal;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.UnexpectedValueException;
import org.jspecify.annotations.Nullable;

/**
 * A value of another type than described, kept in its place.
 *
 * @param place names it in messages
 * @param expected what was described, such as "a string"
 * @param json what came
 */
record Misfit(String place, String expected, JsonValue json) {
  private static final int MAX_SHOWN = 100;

  UnexpectedValueException exception() {
    return exception(place);
  }

  /** With the place in a class, where the record knows only the name of the property. */
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

  /** Of text that is in no form that was expected; shows the text. */
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

  /** Wherever it was read: an object is equal to one that was read as part of a document. */
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
