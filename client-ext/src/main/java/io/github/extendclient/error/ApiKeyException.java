package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/**
 * The supplier of the API key failed, or gave what cannot be a key, so that a request was not sent.
 * Attempts of the same call before it may have been.
 */
public final class ApiKeyException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final CallFacts call;

  /**
   * A request without a key.
   *
   * @param call the call that needed it
   * @param message what is wrong with the key, never the key itself
   * @param cause what the supplier threw, or null
   */
  public ApiKeyException(CallFacts call, String message, @Nullable Throwable cause) {
    super(message, cause, call.mayHaveBeenAccepted());
    this.call = call;
  }

  /** {@return the call that needed the key} */
  public CallFacts call() {
    return call;
  }
}
