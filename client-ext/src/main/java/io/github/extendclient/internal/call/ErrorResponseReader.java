package io.github.extendclient.internal.call;

import io.github.extendclient.internal.access.ApiError;
import io.github.extendclient.internal.attempt.Attempt;
import io.github.extendclient.internal.error.ErrorBodyReader;
import io.github.extendclient.internal.retry.RetryAfter;
import java.io.IOException;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Reads an error response for {@link RetryDecider}, and masks the secrets of the request that the
 * server echoes. Leaves the body readable for the caller of the {@code Call} form.
 */
final class ErrorResponseReader {
  private ErrorResponseReader() {}

  /** Reads an error response that was received at {@code now}. */
  static ApiError read(Attempt attempt, Response<?> response, Instant now) {
    Headers headers = response.headers();
    ApiError error =
        ErrorBodyReader.read(
            response.code(),
            text(response),
            headers.get("x-extend-request-id"),
            RetryAfter.read(headers.values("Retry-After"), headers.get("Date"), now));
    return new ApiError(
        error.status(),
        masked(attempt, error.code()),
        masked(attempt, error.message()),
        error.retryable(),
        masked(attempt, error.requestId()),
        masked(attempt, error.docUrl()),
        error.retryAfter(),
        attempt.mask(error.rawBody()));
  }

  private static @Nullable String masked(Attempt attempt, @Nullable String text) {
    return text == null ? null : attempt.mask(text);
  }

  private static String text(Response<?> response) {
    ResponseBody body = response.errorBody();
    try {
      return body == null
          ? ""
          : ResponseBody.create(body.source().peek().readByteString(), body.contentType()).string();
    } catch (IOException e) {
      throw new AssertionError("The body is in memory.", e);
    }
  }
}
