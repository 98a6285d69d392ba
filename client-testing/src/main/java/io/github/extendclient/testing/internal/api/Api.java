package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Exchange;
import io.github.extendclient.testing.internal.http.Reply;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.RunTimes;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes requests to their operations, after the checks that all operations have in common. */
public final class Api {
  private final String apiKey;
  private final Environment environment;
  private final ParseOperations parseOperations;
  private final List<Route> routes = new ArrayList<>();

  /**
   * The API over a store.
   *
   * @param base the address of the server, known once it listens
   */
  public Api(String apiKey, Store store, Clock clock, RunTimes times, Supplier<URI> base) {
    this.apiKey = apiKey;
    this.environment =
        new Environment(store, clock, times, new SignedUrls(base, clock, store.ids().next()));
    this.parseOperations = new ParseOperations(environment);
    routes.addAll(new FileOperations(environment).routes());
    routes.addAll(parseOperations.routes());
    routes.addAll(new ExtractOperations(environment).routes());
  }

  /** All operations of both versions, as {@code GET /files/{id}}. */
  public Set<String> operations() {
    return routes.stream().map(Route::operation).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The operation of a request, {@code null} if it is none of any version. */
  public @Nullable String operation(Exchange exchange) {
    Target target = Target.of(exchange.target());
    return find(exchange.method(), target, null).map(Route::operation).orElse(null);
  }

  /** Does what a request asks for. */
  public Reply answer(Exchange exchange, String requestId) throws IOException {
    Target target = Target.of(exchange.target());
    if (target.segments().get(0).equals(SignedUrls.FIRST_SEGMENT)) {
      return download(exchange, target);
    }
    try {
      return operate(exchange, target);
    } catch (Refusal refusal) {
      return refusal.reply(ErrorShape.version(exchange), requestId);
    } catch (Fields.InvalidFieldException e) {
      return Refusal.invalidRequest(e.getMessage()).reply(ErrorShape.version(exchange), requestId);
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      String message = "The embedded server failed, which is a fault in it: " + e;
      return ErrorShape.reply(
          ErrorShape.version(exchange), 500, "INTERNAL_ERROR", message, false, requestId);
    }
  }

  private Reply operate(Exchange exchange, Target target) throws IOException {
    checkKey(exchange);
    ApiVersion version =
        Optional.ofNullable(exchange.header(ApiVersion.HEADER))
            .flatMap(ApiVersion::of)
            .orElseThrow(() -> versionRefusal(exchange));
    Route route =
        find(exchange.method(), target, version)
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        exchange.method()
                            + " "
                            + exchange.target()
                            + " is no operation of API version "
                            + version.date()
                            + "."));
    Map<String, String> path = route.match(target.segments()).orElseThrow();
    return route.handler().handle(new Call(exchange, version, path, target.query()));
  }

  private Optional<Route> find(String method, Target target, @Nullable ApiVersion version) {
    return routes.stream()
        .filter(route -> version == null || route.version() == version)
        .filter(route -> route.method().equals(method))
        .filter(route -> route.match(target.segments()).isPresent())
        .reduce((first, second) -> second.isMoreExactThan(first) ? second : first);
  }

  private void checkKey(Exchange exchange) {
    String authorization = exchange.header("Authorization");
    if (authorization == null) {
      throw Refusal.unauthorized(
          "The header Authorization is missing: send \"Bearer \" and an API key.");
    }
    if (!authorization.startsWith("Bearer ")) {
      throw Refusal.unauthorized(
          "The header Authorization is malformed: send \"Bearer \" and an API key.");
    }
    byte[] given = authorization.substring("Bearer ".length()).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, apiKey.getBytes(StandardCharsets.UTF_8))) {
      throw Refusal.unauthorized("The API key is not valid.");
    }
  }

  private static Refusal versionRefusal(Exchange exchange) {
    String given = exchange.header(ApiVersion.HEADER);
    String problem = given == null ? "is missing" : "names \"" + given + "\", which is not served";
    return Refusal.invalidRequest(
        "The header " + ApiVersion.HEADER + " " + problem + ": send 2026-02-09 or 2025-04-21.");
  }

  /** Signed URLs need no key; what is wrong with one is not told, as storage services do. */
  private Reply download(Exchange exchange, Target target) {
    Optional<String> id = environment.urls().verify(target);
    if (id.isEmpty() || !exchange.method().equals("GET")) {
      return Reply.text(403, "text/plain", "The URL is expired or not genuine.");
    }
    Optional<StoredFile> file = environment.store().files().find(id.get());
    if (file.isPresent() && file.get().content().isKept()) {
      return Reply.stream(
          "application/octet-stream",
          file.get().content().size(),
          () -> file.get().content().open());
    }
    JsonObject output = parseOperations.output(id.get());
    return output == null
        ? Reply.text(404, "text/plain", "There is nothing behind this URL any more.")
        : Reply.json(200, output);
  }
}
