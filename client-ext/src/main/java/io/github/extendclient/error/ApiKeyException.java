package io.github.extendclient.error;

import io.github.extendclient.internal.access.FailedCall;
import org.jspecify.annotations.Nullable;

/**
 * The supplier of the API key failed, or gave what cannot be a key, so that a request was not sent.
 * Attempts of the same call before it may have been.
 */
public final class ApiKeyException extends CallException {
  private static final long serialVersionUID = 1L;

  ApiKeyException(FailedCall call, String message, @Nullable Throwable cause) {
    super(call, message, cause);
  }
}
