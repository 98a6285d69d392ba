package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;

/**
 * The client was closed before the call was made, or while it waited for its turn or its next
 * attempt. {@link #mayHaveBeenAccepted()} tells whether an attempt before may have taken effect. A
 * call whose request is under way when the client is closed is not given up.
 */
public final class ClientClosedException extends CallException {
  private static final long serialVersionUID = 1L;

  ClientClosedException(FailedCall call, String message) {
    super(call, message, null);
  }
}
