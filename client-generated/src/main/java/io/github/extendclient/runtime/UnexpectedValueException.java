package io.github.extendclient.runtime;

/**
 * Thrown by the getter of a property, or by a list or map for one of its items, whose JSON is not
 * what the API's description says. The document is read all the same, all other properties and
 * items are there, and encoding writes what came.
 *
 * <pre>{@code
 * try {
 *   show(run.getMetrics());
 * } catch (UnexpectedValueException e) {
 *   show(e.json().json());
 * }
 * }</pre>
 */
public final class UnexpectedValueException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Where the value stands. */
  private final String place;

  /** What the API sent. */
  private final JsonValue json;

  UnexpectedValueException(String place, String expected, JsonValue json) {
    super(
        place
            + " is "
            + JsonKind.of(json).text()
            + " where "
            + expected
            + " is expected: update this client, or take the JSON from json().");
    this.place = place;
    this.json = json;
  }

  /** Of text that is in no form that was expected; shows the text. */
  UnexpectedValueException(String place, String expected, String text) {
    super(
        place
            + " is \""
            + (text.length() <= 100 ? text : text.substring(0, 100) + "…")
            + "\" where "
            + expected
            + " is expected: take the text from json().");
    this.place = place;
    this.json = JsonValue.of(text);
  }

  /**
   * Where the value stands.
   *
   * @return the schema and the property, such as {@code ParseRun.metrics}, or the path of an item
   *     in its document, such as {@code $.output.chunks[3]}
   */
  public String place() {
    return place;
  }

  /**
   * The value as the API sent it.
   *
   * @return never null
   */
  public JsonValue json() {
    return json;
  }
}
