package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/** Status 400: the request is not valid for the operation. */
public final class BadRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  BadRequestException(FailedCall call, ApiError error, String note) {
    super(call, error, "Correct the request; unchanged it fails again." + note);
  }
}
