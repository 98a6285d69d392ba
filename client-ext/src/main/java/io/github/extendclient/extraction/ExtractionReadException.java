package io.github.extendclient.extraction;

import org.jspecify.annotations.Nullable;

/**
 * An output that is not what the schema asked for: another schema's, an older form's, or none at
 * all. Names the place and what kind of thing stands there; never shows what was extracted.
 */
public final class ExtractionReadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  ExtractionReadException(String path, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.path = path;
  }

  ExtractionReadException(String path, String message) {
    super(message);
    this.path = path;
  }

  /**
   * The place in the output's value.
   *
   * @return such as {@code $.line_items[0].amount}; {@code $} is the whole
   */
  public String path() {
    return path;
  }
}
