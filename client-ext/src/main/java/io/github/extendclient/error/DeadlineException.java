package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/** The time that was given to a call, all its attempts and waits together, ran out. */
public final class DeadlineException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final CallFacts call;

  /**
   * The end of a call's time.
   *
   * @param call the call that was given up
   * @param message how much time it had and what to do
   * @param cause how the last attempt ended, or null
   */
  public DeadlineException(CallFacts call, String message, @Nullable Throwable cause) {
    super(message, cause, call.mayHaveBeenAccepted());
    this.call = call;
  }

  /** {@return the call that was given up} */
  public CallFacts call() {
    return call;
  }
}
