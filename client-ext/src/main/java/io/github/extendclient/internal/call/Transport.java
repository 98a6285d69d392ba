package io.github.extendclient.internal.call;

import io.github.extendclient.internal.attempt.AttemptCallFactory;
import io.github.extendclient.internal.attempt.AttemptInterceptor;
import io.github.extendclient.internal.attempt.BoundedBodyFactory;
import io.github.extendclient.internal.attempt.SendInterceptor;
import io.github.extendclient.internal.catalog.IdRegistry;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.download.SignedUrls;
import io.github.extendclient.internal.http.HttpClients;
import io.github.extendclient.internal.id.IdCheck;
import io.github.extendclient.internal.id.IdConverterFactory;
import io.github.extendclient.internal.json.JsonConverterFactory;
import io.github.extendclient.internal.json.ModelAdapters;
import io.github.extendclient.internal.json.TextConverterFactory;
import io.github.extendclient.runtime.ApiFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Connects the generated interfaces with the network, for both API versions. */
public final class Transport implements AutoCloseable {
  private final CallContext context;
  private final IdRegistry registry;
  private final IdConverterFactory ids;
  private final Call.Factory network;
  private final Call.Factory attempts;
  private final @Nullable ConnectionPool ownConnections;

  /**
   * Creates a transport; the first call opens a connection.
   *
   * @param config the settings
   * @param registry the prefixes of all resources
   */
  public Transport(ClientConfig config, IdRegistry registry) {
    this(
        config, registry, new ClientState(config.executor(), config.maxConcurrentRequests()), null);
  }

  private Transport(
      ClientConfig config, IdRegistry registry, ClientState client, Call.@Nullable Factory shared) {
    this.registry = registry;
    network = shared != null ? shared : network(config, client);
    ownConnections = ownsConnections(config) ? ((OkHttpClient) network).connectionPool() : null;
    IdCheck check = new IdCheck(config.idPolicy(), registry);
    context = new CallContext(config, check, client, this::dropIdleConnections);
    ids = new IdConverterFactory(check);
    attempts = new AttemptCallFactory(network, config);
  }

  private static Call.Factory network(ClientConfig config, ClientState client) {
    if (config.callFactory() != null) {
      return config.callFactory();
    }
    AttemptInterceptor application = new AttemptInterceptor(client.threads);
    SendInterceptor onConnection = new SendInterceptor();
    return config.httpClient() != null
        ? HttpClients.derive(config.httpClient(), config.timeouts(), application, onConnection)
        : HttpClients.create(
            config.timeouts(), config.maxConcurrentRequests(), application, onConnection);
  }

  private static boolean ownsConnections(ClientConfig config) {
    return config.callFactory() == null && config.httpClient() == null;
  }

  private void dropIdleConnections() {
    if (ownConnections != null) {
      ownConnections.evictAll();
    }
  }

  /**
   * Returns a view with other settings and the same connections, retry budget and pacing.
   *
   * @param config differs only in settings that calls may override
   * @return a transport that need not be closed; it is closed with this one
   */
  public Transport with(ClientConfig config) {
    return new Transport(config, registry, context.client, network);
  }

  /**
   * Returns a factory for generated interfaces.
   *
   * @param adapters the adapters of their API version
   * @return a factory that implements each interface once
   */
  public ApiFactory apis(ModelAdapters adapters) {
    return factory(retrofit(adapters).build());
  }

  /**
   * Returns a factory for interfaces written by users.
   *
   * @param adapters the adapters of the models that they may use
   * @return a factory that implements each interface once, and throws an {@link
   *     IllegalArgumentException} for one that cannot be implemented
   */
  public ApiFactory ownApis(ModelAdapters adapters) {
    return factory(retrofit(adapters).validateEagerly(true).build());
  }

  private Retrofit.Builder retrofit(ModelAdapters adapters) {
    return new Retrofit.Builder()
        .baseUrl(context.config.baseUrl())
        .callFactory(attempts)
        .addCallAdapterFactory(new FormAdapterFactory(context))
        .addConverterFactory(ids)
        .addConverterFactory(new DeletionConverterFactory())
        .addConverterFactory(new BoundedBodyFactory(context.config.maxResponseBytes()))
        .addConverterFactory(new TextConverterFactory())
        .addConverterFactory(new JsonConverterFactory(adapters));
  }

  private static ApiFactory factory(Retrofit retrofit) {
    Map<Class<?>, Object> made = new ConcurrentHashMap<>();
    return new ApiFactory() {
      @Override
      public <T> T create(Class<T> api) {
        return api.cast(made.computeIfAbsent(api, retrofit::create));
      }
    };
  }

  /**
   * Returns the download of signed URLs over the same connections, without the key.
   *
   * @return never null
   */
  public SignedUrls signedUrls() {
    return new SignedUrls(network, context.config, context.client::isClosed);
  }

  /**
   * Rejects further calls, ends the waiting ones, and closes the client's own resources, but not a
   * user's HTTP client.
   */
  @Override
  public void close() {
    context.client.close();
    dropIdleConnections();
  }
}
