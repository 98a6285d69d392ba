package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/** Status 422: the request is well formed, but its values are not valid. */
public final class UnprocessableException extends ApiException {
  private static final long serialVersionUID = 1L;

  UnprocessableException(FailedCall call, ApiError error, String note) {
    super(
        call,
        error,
        "Correct the values that the text names; unchanged the request fails again." + note);
  }
}
