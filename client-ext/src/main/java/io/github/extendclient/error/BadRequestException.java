package io.github.extendclient.error;

/** Status 400: the request is not what the operation takes. */
public final class BadRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  BadRequestException(CallFacts call, ApiError error, String note) {
    super(call, error, "Correct the request; unchanged it fails again." + note);
  }
}
