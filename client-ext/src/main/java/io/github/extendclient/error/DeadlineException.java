package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import org.jspecify.annotations.Nullable;

/** The time that was given to a call, all its attempts and waits together, ran out. */
public final class DeadlineException extends CallException {
  private static final long serialVersionUID = 1L;

  DeadlineException(FailedCall call, String message, @Nullable Throwable cause) {
    super(call, message, cause);
  }
}
