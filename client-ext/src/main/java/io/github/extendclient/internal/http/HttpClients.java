package io.github.extendclient.internal.http;

import io.github.extendclient.internal.config.Timeouts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the OkHttp client that calls run on. */
public final class HttpClients {
  // Load balancers commonly close idle connections after 60 seconds.
  private static final long IDLE_SECONDS = 45;

  // A dead HTTP/2 connection, over which other calls wait for their responses, is found out.
  private static final Duration PING = Duration.ofSeconds(15);

  private HttpClients() {}

  /**
   * A client of our own.
   *
   * @param timeouts what the user set
   * @param maxConnections how many idle connections are kept
   * @param application runs around each attempt
   * @param network runs where the connection exists
   * @return its idle connections are closed with {@code connectionPool().evictAll()}
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
   * The user's client with what calls need on top; shares its pool.
   *
   * @param own the user's
   * @param timeouts what the user set here
   * @param application runs around each attempt, within the user's interceptors
   * @param network runs where the connection exists
   * @return not to be closed
   */
  public static OkHttpClient derive(
      OkHttpClient own, Timeouts timeouts, Interceptor application, Interceptor network) {
    OkHttpClient.Builder builder = own.newBuilder();
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
