package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import org.jspecify.annotations.Nullable;

/** Thrown if the deadline of a call, including all its attempts and waits, has passed. */
public final class DeadlineException extends CallException {
  private static final long serialVersionUID = 1L;

  DeadlineException(FailedCall call, String message, @Nullable Throwable cause) {
    super(call, message, cause);
  }
}
