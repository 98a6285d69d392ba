package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Reply;

/** A request that is answered with an error. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Refusal invalidRequest(String message) {
    return new Refusal(400, "INVALID_REQUEST", message);
  }

  static Refusal unauthorized(String message) {
    return new Refusal(401, "UNAUTHORIZED", message);
  }

  static Refusal notFound(String message) {
    return new Refusal(404, "NOT_FOUND", message);
  }

  Reply reply(ApiVersion version, String requestId) {
    return ErrorShape.reply(version, status, code, getMessage(), false, requestId);
  }
}
