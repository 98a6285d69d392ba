package io.github.extendclient.error;

/** Status 422: the request is well formed but its values do not fit. */
public final class UnprocessableException extends ApiException {
  private static final long serialVersionUID = 1L;

  UnprocessableException(CallFacts call, ApiError error, String note) {
    super(
        call,
        error,
        "Correct the values that the text names; unchanged the request fails again." + note);
  }
}
