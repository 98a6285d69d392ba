package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/**
 * No complete response came: the server could not be reached, the connection broke, the call was
 * cancelled or its thread was interrupted. {@link #mayHaveBeenAccepted()} tells whether the request
 * may have taken effect all the same.
 */
public final class TransportException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final CallFacts call;

  /**
   * A failure of the transport.
   *
   * @param call the call that failed
   * @param message what happened and what to do
   * @param cause what the transport threw
   */
  public TransportException(CallFacts call, String message, @Nullable Throwable cause) {
    super(message, cause, call.mayHaveBeenAccepted());
    this.call = call;
  }

  /** {@return the call that failed} */
  public CallFacts call() {
    return call;
  }
}
