package io.github.extendclient.testing.internal;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiKeys;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.ErrorShape;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.RateLimits;
import io.github.extendclient.testing.internal.api.RequestTarget;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.api.SignedUrls;
import io.github.extendclient.testing.internal.document.DocumentLimits;
import io.github.extendclient.testing.internal.document.DocumentThreads;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.edit.PdfForm;
import io.github.extendclient.testing.internal.http.Request;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.parse.ParseShape;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.Resource;
import io.github.extendclient.testing.internal.state.RunSettings;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Throughput;
import io.github.extendclient.testing.internal.webhook.EventDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Routes requests to their operations, after the checks that all operations have in common. */
public final class Api implements AutoCloseable {
  private final ApiKeys access;
  private final RateLimits limits;
  private final Environment environment;
  private final ParseShape parseShape;
  private final Routes routes;

  /**
   * The API over a store.
   *
   * @param limits requests in a second by {@code GET}, {@code WRITE} and {@code RUN}
   * @param base the address of the server, known once it listens
   */
  public Api(
      ApiKeys access,
      Map<String, Integer> limits,
      Store store,
      Clock clock,
      RunSettings runs,
      DocumentLimits documentLimits,
      Supplier<URI> base) {
    this.access = access;
    this.limits = new RateLimits(clock, limits);
    SignedUrls urls = new SignedUrls(base, clock, store.ids().next());
    Pages pages = new Pages(clock, store.ids().next(), runs.visibilityDelay());
    this.environment =
        new Environment(
            store,
            clock,
            runs,
            new Throughput(runs.filesPerMinute()),
            new DocumentThreads(
                documentLimits, () -> "extend-server-" + base.get().getPort() + "-document"),
            urls,
            pages,
            new EventDispatcher(store, clock, urls, () -> "extend-server-" + base.get().getPort()));
    this.parseShape = new ParseShape(environment);
    this.routes = new Routes(environment);
  }

  /** All operations of both versions, as {@code GET /files/{id}}. */
  public Set<String> operations() {
    return routes.all().stream()
        .map(Route::operation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The operation of a request, {@code null} if it is none of any version. */
  public @Nullable String operation(Request request) {
    RequestTarget target = RequestTarget.of(request.target());
    ApiVersion version =
        Optional.ofNullable(request.header(ApiVersion.HEADER)).flatMap(ApiVersion::of).orElse(null);
    return find(request.method(), target, version)
        .or(() -> find(request.method(), target, null))
        .map(Route::operation)
        .orElse(null);
  }

  /** Handles a request. */
  public Response handle(Request request, String requestId) throws IOException {
    RequestTarget target = RequestTarget.of(request.target());
    if (target.segments().get(0).equals(SignedUrls.FIRST_SEGMENT)) {
      return download(request, target);
    }
    try {
      return operate(request, target);
    } catch (ApiException refusal) {
      return refusal.response(ErrorShape.version(request), requestId);
    } catch (Fields.InvalidFieldException e) {
      return ApiException.invalidRequest(e.getMessage())
          .response(ErrorShape.version(request), requestId);
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      String message = "The embedded server failed because of a bug: " + e;
      return ErrorShape.response(
          ErrorShape.version(request), 500, "INTERNAL_ERROR", message, false, requestId);
    }
  }

  private Response operate(Request request, RequestTarget target) throws IOException {
    access.check(request);
    ApiVersion version = version(request, target);
    Route route =
        find(request.method(), target, version)
            .orElseThrow(() -> unknown(request, target, version));
    limits.check(route);
    if (route.template().endsWith("_runs") && route.method().equals("GET")) {
      routes.workflowRuns().settle();
    }
    Map<String, String> path = route.match(target.segments()).orElseThrow();
    return route.handler().handle(new Call(request, version, path, target.query()));
  }

  /** Without the header it is the current version, unless only the previous one has the path. */
  private ApiVersion version(Request request, RequestTarget target) {
    String given = request.header(ApiVersion.HEADER);
    if (given != null) {
      return ApiVersion.of(given).orElseThrow(() -> versionRefusal(given));
    }
    boolean previousOnly =
        find(request.method(), target, ApiVersion.V2026_02_09).isEmpty()
            && find(request.method(), target, ApiVersion.V2025_04_21).isPresent();
    return previousOnly ? ApiVersion.V2025_04_21 : ApiVersion.V2026_02_09;
  }

  private Optional<Route> find(String method, RequestTarget target, @Nullable ApiVersion version) {
    return routes.below(target.segments().get(0)).stream()
        .filter(route -> version == null || route.version() == version)
        .filter(route -> route.method().equals(method))
        .filter(route -> route.match(target.segments()).isPresent())
        .reduce((first, second) -> second.isMoreExactThan(first) ? second : first);
  }

  /** An operation of 2025-04-21 that 2026-02-09 does not have was removed. */
  private ApiException unknown(Request request, RequestTarget target, ApiVersion version) {
    String asked = request.method() + " " + request.target();
    Optional<Route> older =
        version.isLegacy()
            ? Optional.empty()
            : find(request.method(), target, ApiVersion.V2025_04_21);
    return older
        .map(route -> ApiException.removed(asked, route))
        .orElseGet(
            () ->
                ApiException.notFound(
                    asked + " is no operation of API version " + version.date() + "."));
  }

  private static ApiException versionRefusal(String given) {
    return ApiException.invalidRequest(
        "The header "
            + ApiVersion.HEADER
            + " names \""
            + given
            + "\", which is not served: send 2026-02-09 or 2025-04-21.");
  }

  /**
   * Serves signed URLs, which need no API key. As with storage services, the response does not say
   * what is wrong with a URL.
   */
  private Response download(Request request, RequestTarget target) {
    Optional<String> id = environment.urls().verify(target);
    if (id.isEmpty() || !request.method().equals("GET")) {
      return Response.text(403, "text/plain", "The URL is expired or its signature is wrong.");
    }
    Optional<StoredFile> file = environment.store().files().find(id.get());
    Content content = file.map(StoredFile::content).orElse(null);
    if (content != null && content.isKept()) {
      return Response.stream("application/octet-stream", content.size(), content::open);
    }
    Optional<JsonObject> json =
        environment
            .store()
            .payloads()
            .find(id.get())
            .or(() -> parseShape.chunk(id.get()))
            .or(
                () ->
                    environment
                        .store()
                        .parseRuns()
                        .find(id.get())
                        .flatMap(run -> Optional.ofNullable(parseShape.output(run))));
    return json.map(value -> Response.json(200, value))
        .orElseGet(() -> Response.text(404, "text/plain", "The content of this URL was deleted."));
  }

  /** Ends the wait of a workflow run for a person, as the dashboard does. */
  public void review(String workflowRunId, boolean approved, @Nullable String note) {
    routes.workflowRuns().review(workflowRunId, approved, note);
  }

  /** Adds an edit template for a form and returns its ID. */
  public String addEditTemplate(String name, byte[] pdf) {
    StoredFile file =
        new StoredFile(
            environment.newKey(),
            name + ".pdf",
            FileType.PDF,
            environment.counted(Content.of(pdf), FileType.PDF, null),
            null,
            null,
            environment.now());
    JsonObject config;
    try {
      config =
          JsonObject.of(
              "schema",
              environment.documents().within(budget -> PdfForm.find(file, true, budget)).schema());
    } catch (RunFailedException e) {
      throw new IllegalArgumentException("no form for a template: " + e.getMessage(), e);
    }
    environment.store().files().put(file.key(), file);
    JsonObject data = JsonObject.of("name", name).with("fileId", file.id()).with("config", config);
    Resource template = new Resource(environment.newKey(), data, environment.now());
    environment.store().editTemplates().put(template.key(), template);
    return "edt_" + template.key();
  }

  /** Stops webhook deliveries and the work on documents. */
  @Override
  public void close() {
    environment.documents().close();
    environment.events().close();
  }
}
