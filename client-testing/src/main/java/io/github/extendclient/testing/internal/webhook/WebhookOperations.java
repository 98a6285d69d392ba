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
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.Resource;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.Table;
import io.github.extendclient.testing.internal.workflow.WorkflowOperations;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Webhook endpoints and subscriptions. */
public final class WebhookOperations {
  private static final String EVENTS = "enabledEvents";
  private static final String SECRET = "signingSecret";
  private static final Set<String> STATUSES = Set.of("enabled", "disabled");

  /** The events of all resources that an endpoint can register for. */
  private static final Set<String> ENDPOINT_EVENTS =
      Stream.concat(
              ended(
                  "parse_run",
                  "edit_run",
                  "form_detection_run",
                  "extract_run",
                  "classify_run",
                  "split_run")
                  .stream(),
              Stream.concat(
                  ended("form_detection_run", "batch_processor_run", "batch_parse_run").stream(),
                  Stream.concat(
                      Stream.of("extractor", "classifier", "splitter")
                          .flatMap(
                              noun ->
                                  Stream.of(
                                          "created",
                                          "updated",
                                          "deleted",
                                          "draft.updated",
                                          "version.published")
                                      .map(event -> noun + "." + event)),
                      Stream.of("workflow.created", "workflow.deployed", "workflow.deleted"))))
          .collect(Collectors.toUnmodifiableSet());

  /** The events that a subscription can have, by the type of its resource. */
  private static final Map<String, Set<String>> SUBSCRIPTION_EVENTS =
      Map.of(
          "extractor", ended("extract_run", "batch_processor_run"),
          "classifier", ended("classify_run", "batch_processor_run"),
          "splitter", ended("split_run", "batch_processor_run"),
          "workflow",
              Set.of(
                  "workflow_run.completed",
                  "workflow_run.failed",
                  "workflow_run.needs_review",
                  "workflow_run.rejected",
                  "workflow_run.cancelled",
                  "workflow_run.step_run.processed"));

  /**
   * The events that endpoints of 2025-04-21 can register for; there are no batch and edit events.
   */
  private static final Set<String> LEGACY_ENDPOINT_EVENTS =
      Set.of(
          "processor_run.processed",
          "processor_run.failed",
          "parser_run.processed",
          "parser_run.failed",
          "processor.created",
          "processor.updated",
          "processor.deleted",
          "processor.draft.updated",
          "processor.version.published",
          "workflow.created",
          "workflow.deployed",
          "workflow.deleted");

  private static final Set<String> LEGACY_RUN_EVENTS = ended("processor_run");

  private static final Map<String, Set<String>> LEGACY_SUBSCRIPTION_EVENTS =
      Map.of(
          "extractor", LEGACY_RUN_EVENTS,
          "classifier", LEGACY_RUN_EVENTS,
          "splitter", LEGACY_RUN_EVENTS,
          "workflow",
              Set.of(
                  "workflow_run.completed",
                  "workflow_run.failed",
                  "workflow_run.needs_review",
                  "workflow_run.rejected",
                  "workflow_run.step_run.processed"));

  private static final Pages.Times<Resource> TIMES = Pages.fixed(Resource::createdAt);

  private final Environment environment;
  private final Processors processors;

  public WebhookOperations(Environment environment, Processors processors) {
    this.environment = environment;
    this.processors = processors;
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    String endpoints = "/webhook_endpoints";
    String subscriptions = "/webhook_subscriptions";
    return List.of(
        new Route(current, "GET", endpoints, this::list),
        new Route(current, "POST", endpoints, this::create),
        new Route(current, "GET", endpoints + "/{id}", this::get),
        new Route(current, "POST", endpoints + "/{id}", this::update),
        new Route(current, "DELETE", endpoints + "/{id}", this::delete),
        new Route(current, "GET", subscriptions, this::listSubscriptions),
        new Route(current, "POST", subscriptions, this::subscribe),
        new Route(current, "GET", subscriptions + "/{id}", this::getSubscription),
        new Route(current, "POST", subscriptions + "/{id}", this::updateSubscription),
        new Route(current, "DELETE", subscriptions + "/{id}", this::deleteSubscription));
  }

  private static Set<String> ended(String... subjects) {
    return Stream.of(subjects)
        .flatMap(subject -> Stream.of(subject + ".processed", subject + ".failed"))
        .collect(Collectors.toUnmodifiableSet());
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
            .with(EVENTS, events(body, version))
            .with("apiVersion", version)
            .with("advancedOptions", body.object("advancedOptions").map(Fields::toMap).orElse(null))
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
    JsonObject changes = new JsonObject();
    if (body.has("url")) {
      changes.put("url", url(body));
    }
    if (body.has("name")) {
      changes.put("name", body.requireText("name"));
    }
    body.choice("status", STATUSES).ifPresent(status -> changes.put("status", status));
    if (body.has(EVENTS)) {
      changes.put(EVENTS, events(body, endpoint.text("apiVersion")));
    }
    body.object("advancedOptions")
        .ifPresent(options -> changes.put("advancedOptions", options.toMap()));
    endpoint.update(changes, environment.now());
    return Response.json(200, endpoint(endpoint));
  }

  private Response delete(Call call) {
    Resource endpoint = require(call.id());
    String id = "wh_" + endpoint.key();
    environment.store().webhookEndpoints().remove(id);
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

  private static List<String> events(Fields body, String version) {
    boolean current = version.equals(ApiVersion.V2026_02_09.date());
    return events(body, current ? ENDPOINT_EVENTS : LEGACY_ENDPOINT_EVENTS);
  }

  private static List<String> events(Fields body, Set<String> allowed) {
    List<String> events = body.texts(EVENTS);
    for (String event : events) {
      if (!allowed.contains(event)) {
        throw ApiException.invalidRequest(
            "The property \""
                + EVENTS
                + "\" must hold only "
                + String.join(", ", new TreeSet<>(allowed))
                + ", but it holds "
                + event
                + ".");
      }
    }
    return events;
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

  private Response listSubscriptions(Call call) {
    return environment
        .pages()
        .response(
            call,
            environment.store().webhookSubscriptions(),
            one ->
                call.queryAllows("webhookEndpointId", one.text("webhookEndpointId"))
                    && call.queryAllows("resourceId", one.text("resourceId")),
            new Pages.Listing<>(null, false, TIMES, WebhookOperations::subscription));
  }

  /** Creates a subscription, or updates the one for the same endpoint and resource. */
  private Response subscribe(Call call) throws IOException {
    Fields body = call.jsonBody();
    String endpointId = body.requireText("webhookEndpointId");
    Resource endpoint = require(endpointId);
    body.require("resourceType");
    String type = body.choice("resourceType", SUBSCRIPTION_EVENTS.keySet()).orElseThrow();
    String resourceId = body.requireText("resourceId");
    requireResource(type, resourceId);
    body.require(EVENTS);
    List<String> events = subscriptionEvents(endpoint, type, body);
    Resource subscription =
        environment.store().webhookSubscriptions().rows().stream()
            .map(Table.Row::value)
            .filter(
                one ->
                    one.text("webhookEndpointId").equals(endpointId)
                        && one.text("resourceId").equals(resourceId))
            .findFirst()
            .orElseGet(
                () -> {
                  JsonObject data =
                      JsonObject.of("webhookEndpointId", endpointId)
                          .with("resourceType", type)
                          .with("resourceId", resourceId);
                  Resource added = new Resource(environment.newKey(), data, environment.now());
                  environment.store().webhookSubscriptions().put(added.key(), added);
                  return added;
                });
    subscription.update(JsonObject.of(EVENTS, events), environment.now());
    return Response.json(200, subscription(subscription));
  }

  private void requireResource(String type, String id) {
    if (type.equals("workflow")) {
      WorkflowOperations.require(environment, id);
    } else {
      for (ProcessorKind kind : ProcessorKind.values()) {
        if (kind.noun().equals(type)) {
          processors.require(kind, id);
        }
      }
    }
  }

  private static List<String> subscriptionEvents(Resource endpoint, String type, Fields body) {
    boolean current = endpoint.text("apiVersion").equals(ApiVersion.V2026_02_09.date());
    Map<String, Set<String>> events = current ? SUBSCRIPTION_EVENTS : LEGACY_SUBSCRIPTION_EVENTS;
    return events(body, events.getOrDefault(type, Set.of()));
  }

  private Response getSubscription(Call call) {
    return Response.json(200, subscription(requireSubscription(call)));
  }

  private Response updateSubscription(Call call) throws IOException {
    Resource subscription = requireSubscription(call);
    Fields body = call.jsonBody();
    body.require(EVENTS);
    Resource endpoint = require(subscription.text("webhookEndpointId"));
    List<String> events = subscriptionEvents(endpoint, subscription.text("resourceType"), body);
    subscription.update(JsonObject.of(EVENTS, events), environment.now());
    return Response.json(200, subscription(subscription));
  }

  private Response deleteSubscription(Call call) {
    Resource subscription = requireSubscription(call);
    String id = "whs_" + subscription.key();
    environment.store().webhookSubscriptions().remove(id);
    return Response.json(200, JsonObject.of("id", id));
  }

  private Resource requireSubscription(Call call) {
    return environment.require(Store::webhookSubscriptions, "webhook subscription", call.id());
  }

  private static JsonObject subscription(Resource subscription) {
    JsonObject shape =
        JsonObject.of("object", "webhook_subscription").with("id", "whs_" + subscription.key());
    shape.putAll(subscription.data());
    return shape.with("createdAt", FileShape.time(subscription.createdAt()));
  }
}
