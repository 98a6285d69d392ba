package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;

/**
 * The server returned a success whose body is not of the type that the operation has by its
 * description. Names the place in the JSON document and never shows its content.
 */
public final class DecodingException extends CallException {
  private static final long serialVersionUID = 1L;

  private final String jsonPath;

  DecodingException(FailedCall call, String jsonPath, String message) {
    super(call, message, null);
    this.jsonPath = jsonPath;
  }

  /**
   * {@return the place in the document, such as {@code $.data[3].status}; {@code $} is the whole}
   */
  public String jsonPath() {
    return jsonPath;
  }
}
