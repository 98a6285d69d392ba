package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the supplier of the API key failed or returned an invalid key, so that a request was
 * not sent. Earlier attempts of the same call may have been sent.
 */
public final class ApiKeyException extends CallException {
  private static final long serialVersionUID = 1L;

  ApiKeyException(FailedCall call, String message, @Nullable Throwable cause) {
    super(call, message, cause);
  }
}
