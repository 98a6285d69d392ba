package io.github.extendclient.internal.call;

import com.squareup.moshi.Moshi;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.id.IdCheck;
import io.github.extendclient.internal.id.IdConverterFactory;
import io.github.extendclient.internal.id.IdRegistry;
import io.github.extendclient.internal.json.JsonConverterFactory;
import io.github.extendclient.runtime.ApiFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** Everything between generated interfaces and the network, shared by both API versions. */
public final class Transport implements AutoCloseable {
  private final CallEngine engine;
  private final IdConverterFactory ids;
  private final Call.Factory attempts;
  private final @Nullable OkHttpClient own;

  /**
   * Opens nothing yet: connections are made by the first call.
   *
   * @param config the settings
   * @param registry the prefixes of all resources
   */
  public Transport(ClientConfig config, IdRegistry registry) {
    IdCheck check = new IdCheck(config.idPolicy(), registry);
    engine = new CallEngine(config, check);
    ids = new IdConverterFactory(check);
    Call.Factory network;
    if (config.callFactory() != null) {
      own = null;
      network = config.callFactory();
    } else if (config.httpClient() != null) {
      own = null;
      network = HttpClients.derive(config.httpClient(), config.timeouts());
    } else {
      own = HttpClients.create(config.timeouts());
      network = own;
    }
    attempts = new AttemptCallFactory(network, config);
  }

  /**
   * Implementations of the interfaces of one API version.
   *
   * @param moshi knows the models of that version
   * @return makes each interface once
   */
  public ApiFactory apis(Moshi moshi) {
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(engine.config.baseUrl())
            .callFactory(attempts)
            .addCallAdapterFactory(new FormAdapterFactory(engine))
            .addConverterFactory(ids)
            .addConverterFactory(new JsonConverterFactory(moshi))
            .build();
    Map<Class<?>, Object> made = new ConcurrentHashMap<>();
    return new ApiFactory() {
      @Override
      public <T> T create(Class<T> api) {
        return api.cast(made.computeIfAbsent(api, retrofit::create));
      }
    };
  }

  /** Refuses further calls and ends what this client made; a user's own HTTP client lives on. */
  @Override
  public void close() {
    engine.close();
    if (own != null) {
      HttpClients.close(own);
    }
  }
}
