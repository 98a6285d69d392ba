package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/** Status 402: the organization is out of credits. */
public final class PaymentRequiredException extends ApiException {
  private static final long serialVersionUID = 1L;

  PaymentRequiredException(FailedCall call, ApiError error, String note) {
    super(call, error, "Add credits to the plan, then send the request again." + note);
  }
}
