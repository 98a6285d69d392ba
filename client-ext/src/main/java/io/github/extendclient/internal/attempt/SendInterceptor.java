package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.http.EndedConnection;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Runs where the connection exists: refuses one that has ended, notes that the request is sent, and
 * hides from OkHttp the responses that would make it repeat the request by itself.
 */
public final class SendInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Attempt attempt = Attempt.of(request);
    if (attempt == null) {
      return chain.proceed(request);
    }
    if (!AttemptInterceptor.isRead(request)) {
      EndedConnection.check(Objects.requireNonNull(chain.connection()));
    }
    if (request.body() == null || request.body().contentLength() == 0) {
      attempt.writeLast();
    } else {
      attempt.writePart();
    }
    Response response = chain.proceed(request);
    attempt.startResponse();
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    // OkHttp repeats a 408, and a 503 that says "Retry-After: 0", unless told to wait.
    attempt.hideRetryAfter(response.headers("Retry-After"));
    return response.newBuilder().header("Retry-After", "1").build();
  }
}
