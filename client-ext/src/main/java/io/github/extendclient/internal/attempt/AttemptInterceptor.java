package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.http.CancellableDns;
import io.github.extendclient.internal.http.EndedConnection;
import io.github.extendclient.internal.http.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes OkHttp itself behave: no second sending that nobody asked for, a read timeout that fits the
 * operation, redirects only where the request may go, connections that are alive.
 */
public final class AttemptInterceptor implements Interceptor {
  private static final int MAX_REDIRECTS = 5;

  // OkHttp closes each connection that is found ended, so the next one is another. More than any
  // pool holds.
  private static final int MAX_ENDED_CONNECTIONS = 100;

  private final Executor workers;

  /**
   * An interceptor for all attempts of a client.
   *
   * @param workers look names up
   */
  public AttemptInterceptor(Executor workers) {
    this.workers = workers;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    if (attempt == null) {
      return chain.proceed(chain.request());
    }
    CancellableDns dns = new CancellableDns(chain.getDns(), workers, chain.call());
    try {
      return send(tuned(chain.withDns(dns), attempt), chain.request());
    } finally {
      dns.release();
    }
  }

  private static Chain tuned(Chain chain, Attempt attempt) {
    Chain tuned = withReadTimeout(chain, attempt.hold);
    if (attempt.needsFreshConnection()) {
      // Closed a second after its use: it is the only one in its pool.
      tuned = tuned.withConnectionPool(new ConnectionPool(1, 1, TimeUnit.SECONDS));
    }
    // Only reads keep OkHttp's own recovery from stale connections. A delete that it sends twice
    // unseen would end in a 404 that nobody can explain; our own attempts are counted.
    return isRead(chain.request()) ? tuned : tuned.withRetryOnConnectionFailure(false);
  }

  private static Response send(Chain chain, Request request) throws IOException {
    Response response = sendOnALiveConnection(chain, request);
    for (int hops = 0; isRead(request) && hops < MAX_REDIRECTS; hops++) {
      HttpUrl next = redirectWithinOrigin(response);
      if (next == null) {
        break;
      }
      response.close();
      response = chain.proceed(request.newBuilder().url(next).build());
    }
    return response;
  }

  private static Response sendOnALiveConnection(Chain chain, Request request) throws IOException {
    for (int ended = 0; ; ended++) {
      try {
        return chain.proceed(request);
      } catch (EndedConnection e) {
        if (ended == MAX_ENDED_CONNECTIONS) {
          throw e;
        }
      }
    }
  }

  private static Chain withReadTimeout(Chain chain, @Nullable Duration hold) {
    int present = chain.readTimeoutMillis();
    boolean unlimited = present == 0;
    return hold == null || unlimited || hold.toMillis() <= present
        ? chain
        : chain.withReadTimeout(Math.toIntExact(hold.toMillis()), TimeUnit.MILLISECONDS);
  }

  static boolean isRead(Request request) {
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
