package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.UnreadableDocumentException.Reason;
import io.github.extendclient.testing.internal.http.Reply;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rejects a request with an error of the API. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reasons that the page on error handling calls retryable. */
  private static final Set<String> RETRYABLE =
      Set.of(Reason.INTERNAL_ERROR.name(), Reason.OCR_ERROR.name());

  /** From the pages on migration to 2026-02-09. */
  private static final Map<String, String> REPLACEMENTS =
      Map.of(
          "POST /parse/async", "POST /parse_runs",
          "GET /parser_runs/{id}", "GET /parse_runs/{id}",
          "DELETE /parser_runs/{id}", "DELETE /parse_runs/{id}",
          "POST /edit/async", "POST /edit_runs",
          "POST /files", "POST /files/upload",
          "POST /evaluation_set_items", "POST /evaluation_sets/{evaluationSetId}/items",
          "POST /evaluation_set_items/bulk", "POST /evaluation_sets/{evaluationSetId}/items",
          "POST /evaluation_set_items/{id}",
              "POST /evaluation_sets/{evaluationSetId}/items/{itemId}",
          "DELETE /evaluation_set_items/{id}",
              "DELETE /evaluation_sets/{evaluationSetId}/items/{itemId}");

  private final int status;
  private final String code;
  private final boolean retryable;

  private Refusal(int status, String code, boolean retryable, @Nullable String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryable = retryable;
  }

  public static Refusal invalidRequest(String message) {
    return new Refusal(400, "INVALID_REQUEST", false, message);
  }

  public static Refusal unauthorized(String message) {
    return new Refusal(401, "UNAUTHORIZED", false, message);
  }

  public static Refusal forbidden(String message) {
    return new Refusal(403, "UNAUTHORIZED", false, message);
  }

  public static Refusal notFound(String message) {
    return new Refusal(404, "NOT_FOUND", false, message);
  }

  public static Refusal notFound(String kind, String id) {
    return notFound("There is no " + kind + " with the ID " + id + ".");
  }

  /** An operation that was removed. The API's pages give the code, but not the status. */
  public static Refusal removed(String asked, Route route) {
    String replacement = REPLACEMENTS.get(route.operation());
    return new Refusal(
        404,
        "ENDPOINT_REMOVED",
        false,
        asked
            + " was removed in API version 2026-02-09: "
            + (replacement == null ? "nothing takes its place." : "use " + replacement + "."));
  }

  public static Refusal rateLimited(String message) {
    return new Refusal(429, "RATE_LIMIT_EXCEEDED", true, message);
  }

  /** The failure of a synchronous run. */
  public static Refusal failedRun(String reason, @Nullable String message) {
    boolean retryable = RETRYABLE.contains(reason);
    return new Refusal(retryable ? 500 : 422, reason, retryable, message);
  }

  public Reply reply(ApiVersion version, String requestId) {
    // 2025-04-21 documents 422 for some operations only; all of its operations have 400.
    int shown = version.isLegacy() && status == 422 ? 400 : status;
    Reply reply =
        ErrorShape.reply(version, shown, code, String.valueOf(getMessage()), retryable, requestId);
    return status == 429 ? reply.header("Retry-After", "1") : reply;
  }
}
