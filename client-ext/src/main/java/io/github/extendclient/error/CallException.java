package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import org.jspecify.annotations.Nullable;

/** Thrown if the call of an operation failed, with a subclass per kind of failure. */
public abstract class CallException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final CallInfo call;

  CallException(FailedCall call, String message, @Nullable Throwable cause) {
    super(message, cause, call.mayHaveBeenAccepted());
    this.call = new CallInfo(call);
  }

  /** {@return the failed call, never null} */
  @Override
  public final CallInfo call() {
    return call;
  }
}
