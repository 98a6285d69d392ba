package io.github.extendclient;

import com.squareup.moshi.Moshi;
import io.github.extendclient.internal.call.Transport;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.id.IdRegistry;
import io.github.extendclient.v20260209.ExtendApi;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import java.util.LinkedHashMap;

/**
 * The client. Make one and share it: it is thread-safe and keeps a pool of connections.
 *
 * <pre>{@code
 * try (ExtendClient extend = ExtendClient.builder().build()) {        // key from EXTEND_API_KEY
 *   File file = extend.files().upload(Path.of("invoice.pdf"));
 *   ParseRun run = extend.parseRuns().createAndPoll(request, Poller.upTo(Duration.ofMinutes(10)));
 *   extend.parseRuns().delete(run.getId());
 * }
 * }</pre>
 *
 * <p>Its own methods are those of the API version 2026-02-09; {@link #v20250421()} has the older
 * version over the same connections. An operation that starts work is never sent twice unless it is
 * certain that the first was not accepted, because a run that is started twice is billed twice:
 * then {@link io.github.extendclient.error.ExtendException#mayHaveBeenAccepted()} tells that it is
 * for the caller to look.
 *
 * <p>Closing it is good manners and not necessary: all its threads are daemons.
 */
public final class ExtendClient extends ExtendApi implements AutoCloseable {
  private static final IdRegistry IDS = new IdRegistry(accessors());

  private final Transport transport;
  private final io.github.extendclient.v20250421.ExtendApi older;
  private final ClientConfig config;

  private ExtendClient(ClientConfig config, Transport transport) {
    super(transport.apis(new Moshi.Builder().add(new ModelJsonAdapterFactory()).build()));
    this.config = config;
    this.transport = transport;
    this.older =
        new io.github.extendclient.v20250421.ExtendApi(
            transport.apis(
                new Moshi.Builder()
                    .add(new io.github.extendclient.v20250421.model.ModelJsonAdapterFactory())
                    .build()));
  }

  private static LinkedHashMap<String, Class<?>> accessors() {
    LinkedHashMap<String, Class<?>> roots = new LinkedHashMap<>();
    roots.put("extend", ExtendApi.class);
    roots.put("extend.v20250421()", io.github.extendclient.v20250421.ExtendApi.class);
    return roots;
  }

  static ExtendClient of(ClientConfig config) {
    return new ExtendClient(config, new Transport(config, IDS));
  }

  /**
   * The settings of a client, all optional.
   *
   * @return a builder
   */
  public static ExtendClientBuilder builder() {
    return new ExtendClientBuilder();
  }

  /**
   * The operations of the API version 2025-04-21, with the same key, connections and rules.
   *
   * @return always the same object
   */
  public io.github.extendclient.v20250421.ExtendApi v20250421() {
    return older;
  }

  /**
   * Refuses further calls and ends the threads and idle connections that this client made. Calls
   * under way end by themselves. An {@code OkHttpClient} or call factory that was given to the
   * builder is left alone.
   */
  @Override
  public void close() {
    transport.close();
  }

  /** The base URL and workspace; never the key. */
  @Override
  public String toString() {
    return "ExtendClient{baseUrl=" + config.baseUrl() + ", workspace=" + config.workspace() + "}";
  }
}
