package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if no complete response was received: the server was unreachable, the connection broke,
 * the call was cancelled or its thread was interrupted. {@link #mayHaveBeenAccepted()} returns
 * whether the request may have taken effect.
 */
public final class TransportException extends CallException {
  private static final long serialVersionUID = 1L;

  TransportException(FailedCall call, String message, @Nullable Throwable cause) {
    super(call, message, cause);
  }
}
