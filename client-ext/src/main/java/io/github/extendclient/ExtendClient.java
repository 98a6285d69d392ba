package io.github.extendclient;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.github.extendclient.bulk.BulkOperations;
import io.github.extendclient.deletion.Deletions;
import io.github.extendclient.internal.call.Transport;
import io.github.extendclient.internal.catalog.IdRegistry;
import io.github.extendclient.internal.catalog.OwnApi;
import io.github.extendclient.internal.config.ClientConfig;
import io.github.extendclient.internal.json.VersionAdapters;
import io.github.extendclient.operation.Operations;
import io.github.extendclient.page.AsyncPages;
import io.github.extendclient.page.Pages;
import io.github.extendclient.runtime.ApiFactory;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import io.github.extendclient.runtime.VersionDescription;
import io.github.extendclient.version.ApiVersions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The client of the API. Thread-safe, with a connection pool: create one and share it.
 *
 * <pre>{@code
 * try (ExtendClient extend = ExtendClient.builder().build()) {        // key from EXTEND_API_KEY
 *   File file = extend.files().upload(Path.of("invoice.pdf"));
 *   ParseRun run = extend.parseRuns().createAndPoll(request, Poller.upTo(Duration.ofMinutes(10)));
 *   extend.parseRuns().delete(run.getId());
 * }
 * }</pre>
 *
 * <p>Its methods are those of the current API version, {@link #v20260209()}; {@link #v20250421()}
 * has the previous one over the same connections. The trap: a run that is created twice is billed
 * twice. So the client never retries a create unless the server certainly did not accept the first
 * request. If {@link io.github.extendclient.error.ExtendException#mayHaveBeenAccepted()} is true,
 * check whether the run exists before you create it again.
 *
 * <p>Closing it is optional: all its threads are daemons.
 */
public final class ExtendClient extends ApiVersions implements AutoCloseable {
  private final Transport transport;
  private final ClientConfig config;
  private final boolean isView;
  private final Map<VersionDescription<?>, Object> others = new ConcurrentHashMap<>();
  private final Supplier<ApiFactory> ownApis;

  private ExtendClient(ClientConfig config, Transport transport, boolean isView) {
    super(transport.apis(VersionAdapters.of(ApiVersions.ALL.get(0))));
    this.config = config;
    this.transport = transport;
    this.isView = isView;
    this.ownApis = Suppliers.memoize(() -> transport.ownApis(VersionAdapters.EVERY));
  }

  static ExtendClient of(ClientConfig config) {
    return new ExtendClient(config, new Transport(config, IdRegistry.ALL_VERSIONS), false);
  }

  /**
   * Returns a builder; all settings are optional.
   *
   * @return a new builder
   */
  public static ExtendClientBuilder builder() {
    return new ExtendClientBuilder();
  }

  /**
   * Returns the operations that this project's generator made from your own specification. Their
   * calls have the same retries, deadlines, ID checks and errors as all others.
   *
   * @param <T> the generated class {@code ExtendApi}
   * @param version the generated {@code Version.INSTANCE}
   * @return the same object for each call, with the options of this client or view
   */
  @Override
  public <T> T version(VersionDescription<T> version) {
    return version
        .apiType()
        .cast(
            others.computeIfAbsent(
                version, made -> made.api(transport.apis(VersionAdapters.of(made)))));
  }

  /**
   * Returns an implementation of your own interface, for operations that the specification does not
   * have yet. Its calls have the same retries, deadlines, ID checks and errors as all others.
   *
   * <pre>{@code
   * @ApiVersion("2026-02-09")
   * interface FileSearchApi {
   *   @Operation(id = "files_search", idempotent = true, category = RateLimitCategory.GET)
   *   @GET("files/search")
   *   FileListResponse search(@Query("text") String text);
   * }
   *
   * extend.api(FileSearchApi.class).search("invoice");
   * }</pre>
   *
   * <p>A method returns the response itself, a {@link CompletableFuture} of it, or a Retrofit
   * {@code Call}. Supported types are generated models, also of your own specification, lists of
   * them, records, {@link io.github.extendclient.runtime.JsonValue}, and {@code ResponseBody}; a
   * {@code String} is plain text if the method has a header such as {@code @Headers("Accept:
   * text/plain")}. On the module path, open the package of the interface to {@code retrofit2}, and
   * that of a record to {@code com.squareup.moshi}.
   *
   * @param <T> the interface
   * @param api an interface with {@link io.github.extendclient.runtime.ApiVersion}; each method
   *     except default methods has {@link io.github.extendclient.runtime.Operation} and an HTTP
   *     annotation of Retrofit
   * @return the same object for each call, with the options of this client or view
   * @throws IllegalArgumentException if an annotation is missing or wrong, or Retrofit cannot
   *     implement the interface; the message names the method
   */
  public <T> T api(Class<T> api) {
    OwnApi.check(api);
    return ownApis.get().create(api);
  }

  /**
   * Returns a view of this client with other options for the calls of all API versions. It shares
   * connections, retry budget and pacing. Creating a view is cheap; keep it if you use it often.
   * The options of a view of a view override those of the view.
   *
   * @param options the options; for those not set, the settings of this client apply
   * @return a view, which is closed with this client
   */
  public ExtendClient withOptions(CallOptions options) {
    ClientConfig differing = options.appliedTo(config);
    return new ExtendClient(differing, transport.with(differing), true);
  }

  /**
   * Returns a listing as one sequence, loaded page by page during the iteration.
   *
   * <pre>{@code
   * for (ParseRunSummary run : extend.pages(extend.parseRuns()::list, ListParams.builder().build())) …
   * }</pre>
   *
   * @param <T> the type of the items
   * @param <P> the type of the parameters
   * @param list the listing operation
   * @param params filters, order and page size, sent for each page
   * @return the listing; nothing is sent before the iteration
   */
  public <T, P extends PageRequest<P>> Pages<T> pages(
      Function<P, ? extends Page<T>> list, P params) {
    return Pages.of(list, params);
  }

  /**
   * Returns a listing, loaded page by page without blocking.
   *
   * @param <T> the type of the items
   * @param <P> the type of the parameters
   * @param list the listing operation in its asynchronous form
   * @param params filters, order and page size, sent for each page
   * @return the listing; nothing is sent before the iteration
   */
  public <T, P extends PageRequest<P>> AsyncPages<T> pagesAsync(
      Function<P, ? extends CompletableFuture<? extends Page<T>>> list, P params) {
    return AsyncPages.of(list, params);
  }

  /**
   * Deletes many resources, each with the operation for its ID.
   *
   * @return deletions to configure, with the options of this client or view
   */
  public Deletions deletions() {
    return Deletions.over(this);
  }

  /**
   * Processes many documents: parses, extracts, classifies, splits or runs a workflow, without
   * billing a document twice.
   *
   * @return bulk processing to configure, with the options of this client or view
   */
  public BulkOperations bulk() {
    return BulkOperations.over(this, this::api);
  }

  /**
   * Returns all operations by name, for programs whose users choose one.
   *
   * @return the operations, with the options of this client or view
   */
  public Operations operations() {
    return Operations.over(this);
  }

  /**
   * Returns a download from a signed URL, such as a run's {@code outputUrl} or a file's {@code
   * presignedUrl}. Sends nothing yet, and never sends the API key.
   *
   * @param url the URL as the API returned it
   * @return a download to configure and start
   * @throws IllegalArgumentException if the text is not an https URL
   */
  public Download download(String url) {
    return Download.of(transport.signedUrls(), url, config.maxResponseBytes());
  }

  /**
   * Rejects further calls, also of its views, and ends the client's own threads and idle
   * connections. Requests under way continue to their end. An {@code OkHttpClient} or call factory
   * passed to the builder is not closed. Has no effect on a view.
   */
  @Override
  public void close() {
    if (!isView) {
      transport.close();
    }
  }

  /** Returns the base URL and the workspace, never the key. */
  @Override
  public String toString() {
    return "ExtendClient{baseUrl=" + config.baseUrl() + ", workspace=" + config.workspace() + "}";
  }
}
