package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;

/**
 * Thrown if the client was closed before the call, or while the call waited for its turn or its
 * next attempt. {@link #mayHaveBeenAccepted()} returns whether an earlier attempt may have taken
 * effect. Requests under way are not affected by closing the client.
 */
public final class ClientClosedException extends CallException {
  private static final long serialVersionUID = 1L;

  ClientClosedException(FailedCall call, String message) {
    super(call, message, null);
  }
}
