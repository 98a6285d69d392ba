package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.http.EndedConnection;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Runs after the connection is made: rejects an ended connection, records that the request is sent,
 * and changes the responses on which OkHttp would resend the request.
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
      attempt.keepProxyPassword(request);
      EndedConnection.check(Objects.requireNonNull(chain.connection()));
    }
    if (request.body() == null || request.body().contentLength() == 0) {
      attempt.writeLast();
    } else {
      attempt.writePart();
    }
    Response response = chain.proceed(request);
    attempt.startResponse();
    if (response.code() == HttpURLConnection.HTTP_PROXY_AUTH) {
      attempt.refuseByProxy();
    }
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    // OkHttp resends after a 408, or a 503 with "Retry-After: 0", unless the header demands a wait.
    attempt.hideRetryAfter(response.headers("Retry-After"));
    return response.newBuilder().header("Retry-After", "1").build();
  }
}
