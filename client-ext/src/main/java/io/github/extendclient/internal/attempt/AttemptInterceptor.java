package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.http.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes OkHttp itself behave: no second sending that nobody asked for, a read timeout that fits the
 * operation, and redirects only where the request may go.
 */
public final class AttemptInterceptor implements Interceptor {
  private static final int MAX_REDIRECTS = 5;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    if (attempt == null) {
      return chain.proceed(chain.request());
    }
    attempt.track();
    Chain tuned = withReadTimeout(chain, attempt.hold);
    boolean read = isRead(chain.request());
    if (!read) {
      // Only reads keep OkHttp's own recovery from stale connections. A delete that it sends twice
      // unseen would end in a 404 that nobody can explain; our own attempts are counted.
      tuned = tuned.withRetryOnConnectionFailure(false);
    }
    Response response = tuned.proceed(chain.request());
    for (int hops = 0; read && hops < MAX_REDIRECTS; hops++) {
      HttpUrl next = redirectWithinOrigin(response);
      if (next == null) {
        break;
      }
      response.close();
      response = tuned.proceed(chain.request().newBuilder().url(next).build());
    }
    return response;
  }

  private static Chain withReadTimeout(Chain chain, @Nullable Duration hold) {
    int present = chain.readTimeoutMillis();
    boolean unlimited = present == 0;
    return hold == null || unlimited || hold.toMillis() <= present
        ? chain
        : chain.withReadTimeout(Math.toIntExact(hold.toMillis()), TimeUnit.MILLISECONDS);
  }

  private static boolean isRead(Request request) {
    return request.method().equals("GET");
  }

  private static @Nullable HttpUrl redirectWithinOrigin(Response response) {
    String location = response.header("Location");
    if (!response.isRedirect() || location == null) {
      return null;
    }
    HttpUrl from = response.request().url();
    HttpUrl to = from.resolve(location);
    return to != null && new Origin(from).contains(to) ? to : null;
  }
}
