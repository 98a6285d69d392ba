package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import org.jspecify.annotations.Nullable;

/** The call of an operation failed. Has a subclass for each way in which it can. */
public abstract class CallException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final CallFacts call;

  CallException(FailedCall call, String message, @Nullable Throwable cause) {
    super(message, cause, call.mayHaveBeenAccepted());
    this.call = new CallFacts(call);
  }

  /** {@return the call that failed; never null here} */
  @Override
  public final CallFacts call() {
    return call;
  }
}
