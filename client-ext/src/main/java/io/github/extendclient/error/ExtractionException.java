package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if an output does not fit the schema: it was made with another schema, has an older form,
 * or is missing. The message names the path and the JSON type found there, never the extracted
 * value.
 */
public final class ExtractionException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final String path;

  ExtractionException(String path, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.path = path;
  }

  /**
   * Returns the path in the output's value.
   *
   * @return a path such as {@code $.line_items[0].amount}; {@code $} for the whole value
   */
  public String path() {
    return path;
  }
}
