package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/** Status 409: the resource is not in a state that allows this. */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  ConflictException(FailedCall call, ApiError error, String note) {
    super(call, error, "Read the resource and decide by its present state." + note);
  }
}
