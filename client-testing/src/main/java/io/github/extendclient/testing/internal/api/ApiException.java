package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.http.Response;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rejects a request with an error of the API. */
public final class ApiException extends RuntimeException {
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

  private ApiException(int status, String code, boolean retryable, @Nullable String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryable = retryable;
  }

  public static ApiException invalidRequest(String message) {
    return new ApiException(400, "INVALID_REQUEST", false, message);
  }

  public static ApiException unauthorized(String message) {
    return new ApiException(401, "UNAUTHORIZED", false, message);
  }

  public static ApiException forbidden(String message) {
    return new ApiException(403, "UNAUTHORIZED", false, message);
  }

  public static ApiException notFound(String message) {
    return new ApiException(404, "NOT_FOUND", false, message);
  }

  public static ApiException notFound(String kind, String id) {
    return notFound("There is no " + kind + " with the ID " + id + ".");
  }

  /** An operation that was removed. The API's pages give the code, but not the status. */
  public static ApiException removed(String asked, Route route) {
    String replacement = REPLACEMENTS.get(route.operation());
    return new ApiException(
        404,
        "ENDPOINT_REMOVED",
        false,
        asked
            + " was removed in API version 2026-02-09: "
            + (replacement == null ? "nothing takes its place." : "use " + replacement + "."));
  }

  public static ApiException rateLimited(String message) {
    return new ApiException(429, "RATE_LIMIT_EXCEEDED", true, message);
  }

  /** The failure of a synchronous run. */
  public static ApiException failedRun(String reason, @Nullable String message) {
    boolean retryable = RETRYABLE.contains(reason);
    return new ApiException(retryable ? 500 : 422, reason, retryable, message);
  }

  public Response response(ApiVersion version, String requestId) {
    // 2025-04-21 documents 422 for some operations only; all of its operations have 400.
    int shown = version.isLegacy() && status == 422 ? 400 : status;
    Response response =
        ErrorShape.response(
            version, shown, code, String.valueOf(getMessage()), retryable, requestId);
    return status == 429 ? response.header("Retry-After", "1") : response;
  }
}
