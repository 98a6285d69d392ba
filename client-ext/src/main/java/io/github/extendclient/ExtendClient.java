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
import java.util.stream.Stream;

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
 * <p>Its own methods are those of the current API version, {@link #v20260209()}; {@link
 * #v20250421()} has the previous one over the same connections. An operation that starts work is
 * never sent twice unless it is certain that the first was not accepted, because a run that is
 * started twice is billed twice: then {@link
 * io.github.extendclient.error.ExtendException#mayHaveBeenAccepted()} tells that it is for the
 * caller to look.
 *
 * <p>Closing it is good manners and not necessary: all its threads are daemons.
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
   * The settings of a client, all optional.
   *
   * @return a builder
   */
  public static ExtendClientBuilder builder() {
    return new ExtendClientBuilder();
  }

  /**
   * The operations that the generator of this client made of a specification of your own. Their
   * calls have the retries, deadlines, ID checks and errors of all others.
   *
   * @param <T> the generated class {@code ExtendApi}
   * @param version the generated {@code Version.INSTANCE}
   * @return always the same object, with the options of this client or view
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
   * An interface of your own as a part of this client: for operations that the specification does
   * not have yet. Its calls have the retries, deadlines, ID checks and errors of all others.
   *
   * <pre>{@code
   * @ApiVersion("2026-02-09")
   * interface FileSearchApi {
   *   @Operation(id = "files_search", idempotent = true, category = RunCategory.GET)
   *   @GET("files/search")
   *   FileListResponse search(@Query("text") String text);
   * }
   *
   * extend.api(FileSearchApi.class).search("invoice");
   * }</pre>
   *
   * <p>A method returns the response itself, a {@link CompletableFuture} of it, or a Retrofit
   * {@code Call}. A type is a generated model, of a specification of your own too, a list of them,
   * a record that Moshi reads by its components, {@link io.github.extendclient.runtime.JsonValue},
   * or {@code ResponseBody}; a {@code String} is text if the method has {@code @Headers("Accept:
   * text/plain")} or the like. On the module path the package of the interface is opened to {@code
   * retrofit2}, that of a record to {@code com.squareup.moshi}.
   *
   * @param <T> the interface
   * @param api with {@link io.github.extendclient.runtime.ApiVersion}; each method that is not a
   *     default method has {@link io.github.extendclient.runtime.Operation} and an HTTP annotation
   *     of Retrofit
   * @return always the same object, with the options of this client or view
   * @throws IllegalArgumentException if that is not so, or Retrofit cannot implement it; the
   *     message names the method
   */
  public <T> T api(Class<T> api) {
    OwnApi.check(api);
    return ownApis.get().create(api);
  }

  /**
   * A view of this client whose calls, of all API versions, differ by some options. It shares the
   * connections, the retry budget and the pacing. Cheap, but made to be kept if it is used often.
   * On a view of a view the options of both hold; where both set one, the later wins.
   *
   * @param options what differs; what is not set stays
   * @return open as long as this client is
   */
  public ExtendClient withOptions(CallOptions options) {
    ClientConfig differing = options.appliedTo(config);
    return new ExtendClient(differing, transport.with(differing), true);
  }

  /**
   * A listing as one sequence, read page by page as it is consumed.
   *
   * <pre>{@code
   * for (ParseRunSummary run : extend.pages(extend.parseRuns()::list, ListParams.builder().build())) …
   * }</pre>
   *
   * @param <T> the items
   * @param <P> the parameters of the listing
   * @param list the listing operation
   * @param params filters, order and page size, carried to every page
   * @return nothing is read before it is iterated
   */
  public <T, P extends PageRequest<P>> Pages<T> pages(
      Function<P, ? extends Page<T>> list, P params) {
    return Pages.of(list, params);
  }

  /**
   * A listing read page by page without blocking.
   *
   * @param <T> the items
   * @param <P> the parameters of the listing
   * @param list the listing operation in its asynchronous form
   * @param params filters, order and page size, carried to every page
   * @return nothing is read before it is asked for
   */
  public <T, P extends PageRequest<P>> AsyncPages<T> pagesAsync(
      Function<P, ? extends CompletableFuture<? extends Page<T>>> list, P params) {
    return AsyncPages.of(list, params);
  }

  /**
   * Deletes many resources, each by the operation that its ID belongs to.
   *
   * @return with the options of this client or view
   */
  public Deletions deletions() {
    return Deletions.over(versions());
  }

  /**
   * Processes many documents: parses, extracts, classifies, splits or runs a workflow, and never
   * bills one twice.
   *
   * @return with the options of this client or view
   */
  public BulkOperations bulk() {
    return BulkOperations.over(this);
  }

  /**
   * All operations by their names, for programs whose users choose one.
   *
   * @return with the options of this client or view
   */
  public Operations operations() {
    return Operations.over(versions());
  }

  /**
   * A download from a signed URL, such as a run's {@code outputUrl} or a file's {@code
   * presignedUrl}. Nothing is sent yet, and the API key never is.
   *
   * @param url as the API returned it
   * @return to be told where to put the file
   * @throws IllegalArgumentException if it is no https URL
   */
  public Download download(String url) {
    return Download.of(transport.signedUrls(), url, config.maxResponseBytes());
  }

  /**
   * Refuses further calls, those of its views too, and ends the threads and idle connections that
   * this client made. Calls under way end by themselves. An {@code OkHttpClient} or call factory
   * that was given to the builder is left alone. On a view of a client it does nothing, as the
   * client may have other users.
   */
  @Override
  public void close() {
    if (!isView) {
      transport.close();
    }
  }

  /** What the operations of all versions can be reached from, the current version first. */
  private Object[] versions() {
    return Stream.concat(Stream.of(this), ApiVersions.ALL.stream().skip(1).map(this::version))
        .toArray();
  }

  /** The base URL and workspace; never the key. */
  @Override
  public String toString() {
    return "ExtendClient{baseUrl=" + config.baseUrl() + ", workspace=" + config.workspace() + "}";
  }
}
