package io.github.extendclient.internal.access;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The readable facts of an error response.
 *
 * @param status the HTTP status
 * @param code the error code, such as {@code INVALID_REQUEST}; may be newer than this client
 * @param message the server's message for people
 * @param retryable whether the server marks the error as retryable
 * @param requestId the request ID, for the vendor's support
 * @param docUrl a page about this error
 * @param retryAfter the wait that the server demands
 * @param rawBody the start of the body, at most 64 KiB; empty if there was none
 */
public record ApiError(
    int status,
    @Nullable String code,
    @Nullable String message,
    @Nullable Boolean retryable,
    @Nullable String requestId,
    @Nullable String docUrl,
    @Nullable Duration retryAfter,
    String rawBody)
    implements Serializable {
  /** Omits the raw body, which may be long and contain anything. */
  @Override
  public String toString() {
    return "ApiError{status=" + status + ", code=" + code + ", requestId=" + requestId + "}";
  }
}
