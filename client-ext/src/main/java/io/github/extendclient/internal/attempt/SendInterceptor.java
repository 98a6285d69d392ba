package io.github.extendclient.internal.attempt;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Runs where the connection exists: notes that the request was sent, and hides from OkHttp the
 * answers that would make it repeat the request by itself.
 */
public final class SendInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    if (attempt == null) {
      return chain.proceed(chain.request());
    }
    attempt.send();
    Response response = chain.proceed(chain.request());
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    // OkHttp repeats a 408, and a 503 that says "Retry-After: 0", unless told to wait.
    attempt.hideRetryAfter(response.headers("Retry-After"));
    return response.newBuilder().header("Retry-After", "1").build();
  }
}
