package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/** Status 409: the state of the resource does not permit the operation. */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  ConflictException(FailedCall call, ApiError error, String note) {
    super(call, error, "Read the resource and decide by its present state." + note);
  }
}
