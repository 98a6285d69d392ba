package io.github.extendclient.internal.access;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A response that is not a success, as far as it could be read.
 *
 * @param status the HTTP status
 * @param code for programs, such as {@code INVALID_REQUEST}; may be newer than this client
 * @param message for people, in the server's words
 * @param retryable whether the server says that the same request may be sent again
 * @param requestId what the vendor's support asks for
 * @param docUrl a page about this error
 * @param retryAfter how long the server asks to wait
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
  /** Leaves the raw body out, which may be long and hold anything. */
  @Override
  public String toString() {
    return "ApiError{status=" + status + ", code=" + code + ", requestId=" + requestId + "}";
  }
}
