package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/** Status 500 and above: the server, or a gateway in front of it, failed. */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  ServerException(FailedCall call, ApiError error, String note) {
    super(call, error, "Try again later; give the request ID to the vendor's support." + note);
  }
}
