package io.github.extendclient.internal.http;

import io.github.extendclient.internal.config.Timeouts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Creates the OkHttp client for calls. */
public final class HttpClients {
  // Load balancers commonly close idle connections after 60 seconds.
  private static final long IDLE_SECONDS = 45;

  // Detects a dead HTTP/2 connection, on which other calls wait for responses.
  private static final Duration PING = Duration.ofSeconds(15);

  private HttpClients() {}

  /**
   * Creates the client's own OkHttp client.
   *
   * @param timeouts the user's timeouts
   * @param maxConnections the maximum of idle connections
   * @param application the application interceptor, which runs around each attempt
   * @param network the network interceptor
   * @return a client; close its idle connections with {@code connectionPool().evictAll()}
   */
  public static OkHttpClient create(
      Timeouts timeouts, int maxConnections, Interceptor application, Interceptor network) {
    return tuned(
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(maxConnections, IDLE_SECONDS, TimeUnit.SECONDS))
            .pingInterval(PING)
            .connectTimeout(or(timeouts.connect(), Timeouts.DEFAULT_CONNECT))
            .readTimeout(or(timeouts.read(), Timeouts.DEFAULT_READ))
            .writeTimeout(or(timeouts.write(), Timeouts.DEFAULT_WRITE)),
        application,
        network);
  }

  /**
   * Derives a client from the user's, which shares its pool.
   *
   * @param own the user's client
   * @param timeouts the timeouts set on this client's builder
   * @param application the application interceptor, which runs around each attempt, inside the
   *     user's interceptors
   * @param network the network interceptor
   * @return a client that must not be closed
   */
  public static OkHttpClient derive(
      OkHttpClient own, Timeouts timeouts, Interceptor application, Interceptor network) {
    OkHttpClient.Builder builder =
        own.newBuilder()
            .eventListenerFactory(GuardedEventListener.over(own.eventListenerFactory()));
    if (timeouts.connect() != null) {
      builder.connectTimeout(timeouts.connect());
    }
    if (timeouts.read() != null) {
      builder.readTimeout(timeouts.read());
    }
    if (timeouts.write() != null) {
      builder.writeTimeout(timeouts.write());
    }
    if (own.proxyAuthenticator() != Authenticator.NONE) {
      builder.proxyAuthenticator(new OncePerPassword(own.proxyAuthenticator()));
    }
    return tuned(builder, application, network);
  }

  private static OkHttpClient tuned(
      OkHttpClient.Builder builder, Interceptor application, Interceptor network) {
    return builder
        .followRedirects(false)
        .followSslRedirects(false)
        .addInterceptor(application)
        .addNetworkInterceptor(network)
        .build();
  }

  private static Duration or(@Nullable Duration set, Duration otherwise) {
    return set != null ? set : otherwise;
  }
}
