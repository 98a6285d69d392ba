package io.github.extendclient.internal.http;

import io.github.extendclient.internal.config.Timeouts;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the OkHttp client that calls run on. */
public final class HttpClients {
  // OkHttp's default of 5 calls per host fits a browser, not a service that talks to one host.
  private static final int MAX_ASYNC_CALLS = 64;

  // Load balancers commonly close idle connections after 60 seconds. A create that meets a closed
  // one cannot be repeated, so ours are closed before.
  private static final long IDLE_SECONDS = 45;

  private HttpClients() {}

  /**
   * A client of our own: daemon threads with names, so that the JVM can exit without close().
   *
   * @param timeouts what the user set
   * @param application runs around each attempt
   * @param network runs where the connection exists
   * @return to be closed with {@link #close}
   */
  public static OkHttpClient create(
      Timeouts timeouts, Interceptor application, Interceptor network) {
    AtomicInteger number = new AtomicInteger();
    Dispatcher dispatcher =
        new Dispatcher(
            new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                5,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                  Thread thread = new Thread(task, "extend-client-" + number.incrementAndGet());
                  thread.setDaemon(true);
                  return thread;
                }));
    dispatcher.setMaxRequests(MAX_ASYNC_CALLS);
    dispatcher.setMaxRequestsPerHost(MAX_ASYNC_CALLS);
    return tuned(
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(MAX_ASYNC_CALLS, IDLE_SECONDS, TimeUnit.SECONDS))
            .connectTimeout(or(timeouts.connect(), Timeouts.DEFAULT_CONNECT))
            .readTimeout(or(timeouts.read(), Timeouts.DEFAULT_READ))
            .writeTimeout(or(timeouts.write(), Timeouts.DEFAULT_WRITE)),
        application,
        network);
  }

  /**
   * The user's client with what calls need on top; shares its pool and dispatcher.
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

  /**
   * Ends the threads and idle connections of a client that was created here.
   *
   * @param client of {@link #create}
   */
  public static void close(OkHttpClient client) {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static Duration or(@Nullable Duration set, Duration otherwise) {
    return set != null ? set : otherwise;
  }
}
