package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;

/**
 * Status 429: too many requests. {@link #retryAfter()} returns how long to wait, if the server sent
 * it.
 */
public final class RateLimitException extends ApiException {
  private static final long serialVersionUID = 1L;

  RateLimitException(FailedCall call, ApiError error, String note) {
    super(
        call,
        error,
        "Send fewer requests at a time, or wait before sending this one again." + note);
  }
}
