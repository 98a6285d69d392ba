package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Request;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.Optional;

/** Error bodies in the shape of the version that a request asks for. */
public final class ErrorShape {
  private ErrorShape() {}

  /** The response to a request that a fault refuses. */
  public static Response injected(
      Request request, int status, boolean retryable, String requestId) {
    String message = "This response with status " + status + " was injected by the test.";
    return response(version(request), status, code(status), message, retryable, requestId);
  }

  public static ApiVersion version(Request request) {
    return Optional.ofNullable(request.header(ApiVersion.HEADER))
        .flatMap(ApiVersion::of)
        .orElse(ApiVersion.V2026_02_09);
  }

  public static Response response(
      ApiVersion version,
      int status,
      String code,
      String message,
      boolean retryable,
      String requestId) {
    if (version.isLegacy()) {
      return Response.json(status, JsonObject.of("success", false).with("error", message));
    }
    return Response.json(
        status,
        JsonObject.of("code", code)
            .with("message", message)
            .with("retryable", retryable)
            .with("requestId", requestId));
  }

  private static String code(int status) {
    return switch (status) {
      case 401 -> "UNAUTHORIZED";
      case 402 -> "USAGE_BLOCKED";
      case 404 -> "NOT_FOUND";
      case 429 -> "RATE_LIMIT_EXCEEDED";
      default -> status >= 500 ? "INTERNAL_ERROR" : "INVALID_REQUEST";
    };
  }
}
