package io.github.extendclient.spring;

import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The HTTP client of the {@code ExtendClient} bean when the application has customizers for it.
 * Spring closes it after the {@code ExtendClient}. It starts with what {@code ExtendClient} gives a
 * client of its own.
 */
final class CustomHttpClient implements AutoCloseable {
  private static final int MAX_CALLS = 64;
  private static final int IDLE_SECONDS = 45;
  private static final int CONNECT_SECONDS = 10;
  private static final int READ_AND_WRITE_SECONDS = 60;

  private final OkHttpClient client;

  CustomHttpClient(List<ExtendHttpClientCustomizer> customizers) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(MAX_CALLS);
    dispatcher.setMaxRequestsPerHost(MAX_CALLS);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(MAX_CALLS, IDLE_SECONDS, TimeUnit.SECONDS))
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(READ_AND_WRITE_SECONDS, TimeUnit.SECONDS)
            .writeTimeout(READ_AND_WRITE_SECONDS, TimeUnit.SECONDS);
    customizers.forEach(customizer -> customizer.customize(builder));
    client = builder.build();
  }

  OkHttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
