package io.github.extendclient.runtime;

/**
 * Thrown by a getter, or by a list or map for one of its items, if the JSON does not fit the
 * specification. Decoding does not fail: all other properties and items are available, and encoding
 * writes the received JSON.
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

  /** The path of the value. */
  private final String path;

  /** The value as the API sent it. */
  private final JsonValue json;

  /**
   * For the getters.
   *
   * @param message names path, expected type and found type
   * @param path the path of the value
   * @param json the value as the API sent it
   */
  public UnexpectedValueException(String message, String path, JsonValue json) {
    super(message);
    this.path = path;
    this.json = json;
  }

  /**
   * Returns the path of the value.
   *
   * @return schema and property, such as {@code ParseRun.metrics}, or the path of an item in its
   *     document, such as {@code $.output.chunks[3]}
   */
  public String path() {
    return path;
  }

  /**
   * Returns the value as the API sent it.
   *
   * @return never null
   */
  public JsonValue json() {
    return json;
  }
}
