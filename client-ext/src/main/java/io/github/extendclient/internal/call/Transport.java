package io.github.extendclient.internal.call;

import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.id.IdCheck;
import io.github.extendclient.internal.id.IdConverterFactory;
import io.github.extendclient.internal.id.IdRegistry;
import io.github.extendclient.internal.json.JsonConverterFactory;
import io.github.extendclient.internal.json.ModelAdapters;
import io.github.extendclient.runtime.ApiFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Everything between generated interfaces and the network, shared by both API versions. */
public final class Transport implements AutoCloseable {
  private final CallEngine engine;
  private final IdRegistry registry;
  private final IdConverterFactory ids;
  private final Call.Factory network;
  private final Call.Factory attempts;
  private final @Nullable OwnHttpClient own;

  /**
   * Opens nothing yet: connections are made by the first call.
   *
   * @param config the settings
   * @param registry the prefixes of all resources
   */
  public Transport(ClientConfig config, IdRegistry registry) {
    this(config, registry, new SharedState(), network(config));
  }

  private Transport(
      ClientConfig config, IdRegistry registry, SharedState shared, Call.Factory network) {
    this.registry = registry;
    this.network = network;
    IdCheck check = new IdCheck(config.idPolicy(), registry);
    engine = new CallEngine(config, check, shared);
    ids = new IdConverterFactory(check);
    attempts = new AttemptCallFactory(network, config);
    own = network instanceof OwnHttpClient client ? client : null;
  }

  private static Call.Factory network(ClientConfig config) {
    if (config.callFactory() != null) {
      return config.callFactory();
    }
    return config.httpClient() != null
        ? HttpClients.derive(config.httpClient(), config.timeouts())
        : new OwnHttpClient(config.timeouts());
  }

  /**
   * The same connections, retry budget and pacing under other settings. It is closed with this one.
   *
   * @param config differs from this one's in what may differ from call to call
   * @return not to be closed
   */
  public Transport with(ClientConfig config) {
    return new Transport(config, registry, engine.shared, network);
  }

  /**
   * Implementations of the interfaces of one API version.
   *
   * @param adapters know the models of that version
   * @return makes each interface once
   */
  public ApiFactory apis(ModelAdapters adapters) {
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(engine.config.baseUrl())
            .callFactory(attempts)
            .addCallAdapterFactory(new FormAdapterFactory(engine))
            .addConverterFactory(ids)
            .addConverterFactory(new BoundedBodyFactory(engine.config.maxResponseBytes()))
            .addConverterFactory(new JsonConverterFactory(adapters))
            .build();
    Map<Class<?>, Object> made = new ConcurrentHashMap<>();
    return new ApiFactory() {
      @Override
      public <T> T create(Class<T> api) {
        return api.cast(made.computeIfAbsent(api, retrofit::create));
      }
    };
  }

  /**
   * Fetches from signed URLs over the same connections, without the key.
   *
   * @return never null
   */
  public SignedUrls signedUrls() {
    return new SignedUrls(network, engine.config, engine.shared);
  }

  /** Refuses further calls and ends what this client made; a user's own HTTP client lives on. */
  @Override
  public void close() {
    engine.shared.close();
    if (own != null) {
      own.close();
    }
  }
}
