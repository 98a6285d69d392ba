package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The server returned a success whose body is not of the type that the operation has by its
 * description. Names the place in the JSON document and never shows its content.
 */
public final class DecodingException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final CallFacts call;
  private final String jsonPath;

  /**
   * A body that could not be decoded.
   *
   * @param call the call that got the response
   * @param jsonPath the place in the document, such as {@code $.data[3].status}
   * @param message what was found there and what to do
   * @param cause null if the cause would show content of the document
   */
  public DecodingException(
      CallFacts call, String jsonPath, String message, @Nullable Throwable cause) {
    super(message, cause, call.mayHaveBeenAccepted());
    this.call = call;
    this.jsonPath = jsonPath;
  }

  /** {@return the call that got the response} */
  public CallFacts call() {
    return call;
  }

  /**
   * {@return the place in the document, such as {@code $.data[3].status}; {@code $} is the whole}
   */
  public String jsonPath() {
    return jsonPath;
  }
}
