package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;

/**
 * Thrown if the body of a success does not fit the type of the operation's response. The message
 * names the path in the JSON document, never its content.
 */
public final class DecodingException extends CallException {
  private static final long serialVersionUID = 1L;

  private final String jsonPath;

  DecodingException(FailedCall call, String jsonPath, String message) {
    super(call, message, null);
    this.jsonPath = jsonPath;
  }

  /**
   * {@return the path in the document, such as {@code $.data[3].status}; {@code $} for the whole
   * document}
   */
  public String jsonPath() {
    return jsonPath;
  }
}
