package io.github.extendclient.error;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.access.FailedCall;
import io.github.extendclient.internal.text.SafeText;
import io.github.extendclient.internal.time.DurationText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Thrown for an error response of the server. Common statuses have subclasses; any other status,
 * including redirects, has this class itself.
 */
public class ApiException extends CallException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_SERVER_TEXT = 500;

  private final ApiError error;

  ApiException(FailedCall call, ApiError error, String wayOut) {
    super(call, describe(call, error, wayOut), null);
    this.error = error;
  }

  /** Returns the exception for a response, of the class for its status. */
  static ApiException of(FailedCall call, ApiError error, String note) {
    String end = note.isEmpty() ? "" : " " + note;
    return switch (error.status()) {
      case 400 -> new BadRequestException(call, error, end);
      case 401 -> new AuthenticationException(call, error, end);
      case 402 -> new PaymentRequiredException(call, error, end);
      case 403 -> new PermissionException(call, error, end);
      case 404 -> new NotFoundException(call, error, end);
      case 409 -> new ConflictException(call, error, end);
      case 422 -> new UnprocessableException(call, error, end);
      case 429 -> new RateLimitException(call, error, end);
      default ->
          error.status() >= 500
              ? new ServerException(call, error, end)
              : new ApiException(call, error, note);
    };
  }

  /** {@return the HTTP status} */
  public final int status() {
    return error.status();
  }

  /** {@return the server's error code, such as {@code INVALID_REQUEST}; null if it sent none} */
  public final @Nullable String code() {
    return error.code();
  }

  /** {@return the server's message for people; null if it sent none} */
  public final @Nullable String serverMessage() {
    return error.message();
  }

  /** {@return whether the server marks the error as retryable; null if it does not say} */
  public final @Nullable Boolean retryable() {
    return error.retryable();
  }

  /** {@return the request ID, for the vendor's support; null if the server sent none} */
  public final @Nullable String requestId() {
    return error.requestId();
  }

  /** {@return a page about this error; null if the server sent none} */
  public final @Nullable String docUrl() {
    return error.docUrl();
  }

  /** {@return the wait before the next request that the server demands; null if none} */
  public final @Nullable Duration retryAfter() {
    return error.retryAfter();
  }

  /** {@return the start of the body as text, at most 64 KiB; empty if there was none} */
  public final String rawBody() {
    return error.rawBody();
  }

  private static String describe(FailedCall call, ApiError error, String wayOut) {
    StringBuilder text = new StringBuilder();
    text.append(call.method()).append(' ').append(call.path()).append(" returned ");
    text.append(error.status());
    String said = error.message() != null ? error.message() : startOf(error.rawBody());
    text.append(said.isEmpty() ? " without a text" : ": " + oneLine(said));
    StringBuilder details = new StringBuilder();
    add(details, "code ", error.code());
    add(details, "request ", error.requestId());
    add(details, "see ", error.docUrl());
    if (call.attempts() > 1) {
      add(details, "", call.attempts() + " attempts in " + DurationText.of(call.elapsed()));
    }
    if (details.length() > 0) {
      text.append(" (").append(details).append(')');
    }
    if (!wayOut.isEmpty()) {
      text.append(endsSentence(text) ? " " : ". ").append(wayOut.strip());
    }
    return text.toString();
  }

  private static void add(StringBuilder details, String label, @Nullable String value) {
    if (value != null) {
      details.append(details.length() > 0 ? ", " : "").append(label).append(oneLine(value));
    }
  }

  private static String startOf(String rawBody) {
    return rawBody.strip();
  }

  private static boolean endsSentence(StringBuilder text) {
    char last = text.charAt(text.length() - 1);
    return last == '.' || last == '!' || last == '?';
  }

  private static String oneLine(String text) {
    return SafeText.oneLine(text, LONGEST_SERVER_TEXT);
  }
}
