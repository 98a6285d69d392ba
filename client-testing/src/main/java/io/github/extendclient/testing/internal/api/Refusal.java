package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.UnreadableDocumentException.Reason;
import io.github.extendclient.testing.internal.http.Reply;
import java.util.Set;

/** A request that is answered with an error. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What may go well the next time, by the page on error handling. */
  private static final Set<String> RETRYABLE =
      Set.of(Reason.INTERNAL_ERROR.name(), Reason.OCR_ERROR.name());

  private final int status;
  private final String code;
  private final boolean retryable;

  private Refusal(int status, String code, boolean retryable, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryable = retryable;
  }

  static Refusal invalidRequest(String message) {
    return new Refusal(400, "INVALID_REQUEST", false, message);
  }

  static Refusal unauthorized(String message) {
    return new Refusal(401, "UNAUTHORIZED", false, message);
  }

  static Refusal forbidden(String message) {
    return new Refusal(403, "UNAUTHORIZED", false, message);
  }

  static Refusal notFound(String message) {
    return new Refusal(404, "NOT_FOUND", false, message);
  }

  static Refusal notFound(String kind, String id) {
    return notFound("There is no " + kind + " with the ID " + id + ".");
  }

  static Refusal rateLimited(String message) {
    return new Refusal(429, "RATE_LIMIT_EXCEEDED", true, message);
  }

  /** The failure of a run whose client waits for it. */
  static Refusal failedRun(String reason, String message) {
    boolean retryable = RETRYABLE.contains(reason);
    return new Refusal(retryable ? 500 : 422, reason, retryable, message);
  }

  Reply reply(ApiVersion version, String requestId) {
    // 2025-04-21 documents 422 for some operations only; all of its operations have 400.
    int shown = version.isLegacy() && status == 422 ? 400 : status;
    Reply reply = ErrorShape.reply(version, shown, code, getMessage(), retryable, requestId);
    return status == 429 ? reply.header("Retry-After", "1") : reply;
  }
}
