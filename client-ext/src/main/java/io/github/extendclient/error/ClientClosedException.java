package io.github.extendclient.error;

/**
 * The client was closed before the call was made, or while it waited for its turn or its next
 * attempt. {@link #mayHaveBeenAccepted()} tells whether an attempt before may have taken effect. A
 * call whose request is under way when the client is closed is not given up.
 */
public final class ClientClosedException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final CallFacts call;

  /**
   * The end of a call of a closed client.
   *
   * @param call the call that was given up
   * @param message what was not sent, and what may have been
   */
  public ClientClosedException(CallFacts call, String message) {
    super(message, null, call.mayHaveBeenAccepted());
    this.call = call;
  }

  /** {@return the call that was given up} */
  public CallFacts call() {
    return call;
  }
}
