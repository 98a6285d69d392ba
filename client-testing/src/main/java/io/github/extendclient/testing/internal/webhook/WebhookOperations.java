package io.github.extendclient.testing.internal.webhook;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Resource;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Headers;

/** The operations on webhook endpoints. */
public final class WebhookOperations {
  private static final String EVENTS = WebhookEvents.PROPERTY;
  private static final String SECRET = "signingSecret";
  private static final Set<String> UPDATABLE =
      Set.of("url", "name", "status", EVENTS, "advancedOptions");
  private static final Set<String> CREATABLE =
      Stream.concat(UPDATABLE.stream(), Stream.of("apiVersion")).collect(Collectors.toSet());
  private static final Set<String> STATUSES = Set.of("enabled", "disabled");

  private static final Pages.Times<Resource> TIMES = Pages.fixed(Resource::createdAt);

  private final Environment environment;

  public WebhookOperations(Environment environment) {
    this.environment = environment;
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    String endpoints = "/webhook_endpoints";
    return List.of(
        new Route(current, "GET", endpoints, this::list),
        new Route(current, "POST", endpoints, this::create),
        new Route(current, "GET", endpoints + "/{id}", this::get),
        new Route(current, "POST", endpoints + "/{id}", this::update),
        new Route(current, "DELETE", endpoints + "/{id}", this::delete));
  }

  private Response list(Call call) {
    call.queryChoice("status", STATUSES);
    return environment
        .pages()
        .response(
            call,
            environment.store().webhookEndpoints(),
            endpoint -> call.queryAllows("status", endpoint.text("status")),
            new Pages.Listing<>(null, false, TIMES, WebhookOperations::endpoint));
  }

  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    body.requireOnly(CREATABLE);
    String url = url(body);
    String name = body.requireText("name");
    body.require(EVENTS);
    String version = body.requireText("apiVersion");
    if (ApiVersion.of(version).isEmpty()) {
      throw ApiException.invalidRequest(
          "The property \"apiVersion\" must be 2026-02-09 or 2025-04-21, but it is "
              + version
              + ".");
    }
    JsonObject data =
        JsonObject.of("url", url)
            .with("name", name)
            .with("status", body.choice("status", STATUSES).orElse("enabled"))
            .with(EVENTS, WebhookEvents.ofEndpoint(body, version))
            .with("apiVersion", version)
            .with("advancedOptions", advancedOptions(body).orElse(null))
            .with(SECRET, "wss_" + environment.newKey() + environment.newKey().substring(12));
    Resource endpoint = new Resource(environment.newKey(), data, environment.now());
    environment.store().webhookEndpoints().put(endpoint.key(), endpoint);
    return Response.json(200, endpoint(endpoint).with(SECRET, data.get(SECRET)));
  }

  private Response get(Call call) {
    return Response.json(200, endpoint(require(call.id())));
  }

  private Response update(Call call) throws IOException {
    Resource endpoint = require(call.id());
    Fields body = call.jsonBody();
    body.requireOnly(UPDATABLE);
    JsonObject changes = new JsonObject();
    if (body.has("url")) {
      changes.put("url", url(body));
    }
    if (body.has("name")) {
      changes.put("name", body.requireText("name"));
    }
    body.choice("status", STATUSES).ifPresent(status -> changes.put("status", status));
    if (body.has(EVENTS)) {
      changes.put(EVENTS, WebhookEvents.ofEndpoint(body, endpoint.text("apiVersion")));
    }
    advancedOptions(body).ifPresent(options -> changes.put("advancedOptions", options));
    endpoint.update(changes, environment.now());
    return Response.json(200, endpoint(endpoint));
  }

  private Response delete(Call call) {
    Resource endpoint = require(call.id());
    String id = "wh_" + endpoint.key();
    environment.remove(Store::webhookEndpoints, "webhook endpoint", id);
    for (Table.Row<Resource> row : environment.store().webhookSubscriptions().rows()) {
      if (row.value().text("webhookEndpointId").equals(id)) {
        environment.store().webhookSubscriptions().remove("whs_" + row.key());
      }
    }
    return Response.json(200, JsonObject.of("id", id));
  }

  private static String url(Fields body) {
    String url = body.requireText("url");
    if (!url.matches("https?://[^/\\s]+(/\\S*)?")) {
      throw ApiException.invalidRequest(
          "The property \"url\" must be an http or https URL, but it is " + url + ".");
    }
    return url;
  }

  /** The options, of which the headers must be such that a request can have them. */
  private static Optional<JsonObject> advancedOptions(Fields body) {
    Optional<Fields> options = body.object("advancedOptions");
    options.flatMap(given -> given.object("headers")).ifPresent(WebhookOperations::checkHeaders);
    options
        .flatMap(given -> given.object("payload"))
        .ifPresent(
            payload -> {
              payload.require("format");
              payload.choice("format", Set.of("json", "url"));
              payload.integer("urlThresholdBytes", 0, Integer.MAX_VALUE);
            });
    return options.map(Fields::toMap);
  }

  private static void checkHeaders(Fields headers) {
    for (String name : headers.toMap().keySet()) {
      String value = headers.text(name).orElse("");
      try {
        Headers.of(name, value);
      } catch (IllegalArgumentException e) {
        throw ApiException.invalidRequest(
            "The property \""
                + headers.path()
                + "\" has a header that cannot be sent: "
                + name
                + ".");
      }
    }
  }

  private Resource require(String id) {
    return environment.require(Store::webhookEndpoints, "webhook endpoint", id);
  }

  private static JsonObject endpoint(Resource endpoint) {
    JsonObject shape =
        JsonObject.of("object", "webhook_endpoint").with("id", "wh_" + endpoint.key());
    shape.putAll(endpoint.data());
    shape.remove(SECRET);
    return shape.with("createdAt", FileShape.time(endpoint.createdAt()));
  }
}
