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
 * Controls OkHttp's behaviour per attempt: no hidden resending, a read timeout that fits the
 * operation, redirects only within the origin, no stale connections.
 */
public final class AttemptInterceptor implements Interceptor {
  private static final int MAX_REDIRECTS = 5;

  // OkHttp discards each ended connection, so each try gets another one. Larger than any pool.
  private static final int MAX_ENDED_CONNECTIONS = 100;

  private final Executor workers;

  /**
   * Creates an interceptor for all attempts of a client.
   *
   * @param workers run the name lookups
   */
  public AttemptInterceptor(Executor workers) {
    this.workers = workers;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.request());
    CancellableDns dns = new CancellableDns(chain.getDns(), workers, chain.call());
    try {
      if (attempt == null) {
        return chain.withDns(dns).proceed(chain.request());
      }
      Response response = send(tuned(chain.withDns(dns), attempt), chain.request(), attempt);
      attempt.receive(response.body());
      return response;
    } finally {
      dns.release();
    }
  }

  private static Chain tuned(Chain chain, Attempt attempt) {
    Chain tuned = withReadTimeout(chain, attempt.hold);
    if (attempt.needsFreshConnection()) {
      // The connection is the only one in its pool, and closed a second after its use.
      tuned = tuned.withConnectionPool(new ConnectionPool(1, 1, TimeUnit.SECONDS));
    }
    // Only reads keep OkHttp's recovery from stale connections. If OkHttp resent a delete, the call
    // would end in an unexplained 404; this client counts its own attempts.
    return isRead(chain.request()) ? tuned : tuned.withRetryOnConnectionFailure(false);
  }

  private static Response send(Chain chain, Request request, Attempt attempt) throws IOException {
    Response response = sendOnALiveConnection(chain, request, attempt);
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

  private static Response sendOnALiveConnection(Chain chain, Request request, Attempt attempt)
      throws IOException {
    Request next = request;
    for (int ended = 0; ; ended++) {
      try {
        return chain.proceed(next);
      } catch (EndedConnection e) {
        if (ended == MAX_ENDED_CONNECTIONS) {
          throw e;
        }
        next = attempt.withProxyPassword(request);
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
