package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import org.jspecify.annotations.Nullable;

/**
 * No complete response came: the server could not be reached, the connection broke, the call was
 * cancelled or its thread was interrupted. {@link #mayHaveBeenAccepted()} tells whether the request
 * may have taken effect all the same.
 */
public final class TransportException extends CallException {
  private static final long serialVersionUID = 1L;

  TransportException(FailedCall call, String message, @Nullable Throwable cause) {
    super(call, message, cause);
  }
}
