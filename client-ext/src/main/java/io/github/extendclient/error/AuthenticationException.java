package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/** Status 401: the key is missing, wrong, expired or revoked. */
public final class AuthenticationException extends ApiException {
  private static final long serialVersionUID = 1L;

  AuthenticationException(FailedCall call, ApiError error, String note) {
    super(call, error, "Check the API key, and that it belongs to the region in use." + note);
  }
}
