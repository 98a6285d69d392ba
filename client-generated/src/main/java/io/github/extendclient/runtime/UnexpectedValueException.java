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

  /**
   * For the getters.
   *
   * @param message names place, expected type and found type
   * @param place where the value stands
   * @param json what the API sent
   */
  public UnexpectedValueException(String message, String place, JsonValue json) {
    super(message);
    this.place = place;
    this.json = json;
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
