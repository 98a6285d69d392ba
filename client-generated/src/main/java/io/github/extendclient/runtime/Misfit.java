package io.github.extendclient.runtime;

/**
 * A value of another type than described, kept in its place.
 *
 * @param place names it in messages
 * @param expected what was described, such as "a string"
 * @param json what came
 */
record Misfit(String place, String expected, JsonValue json) {
  UnexpectedValueException exception() {
    return new UnexpectedValueException(place, expected, json);
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
