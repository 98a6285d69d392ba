package io.github.extendclient.testing.internal.webhook;

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
import java.util.Objects;
import java.util.Set;

/** The operations on webhook subscriptions: the events of one resource for an endpoint. */
public final class WebhookSubscriptionOperations {
  private static final String ENDPOINT_ID = "webhookEndpointId";
  private static final String RESOURCE_ID = "resourceId";
  private static final Set<String> CREATABLE =
      Set.of(ENDPOINT_ID, "resourceType", RESOURCE_ID, WebhookEvents.PROPERTY);
  private static final Pages.Times<Resource> TIMES = Pages.fixed(Resource::createdAt);

  private final Environment environment;
  private final Processors processors;

  public WebhookSubscriptionOperations(Environment environment, Processors processors) {
    this.environment = environment;
    this.processors = processors;
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    String all = "/webhook_subscriptions";
    return List.of(
        new Route(current, "GET", all, this::list),
        new Route(current, "POST", all, this::create),
        new Route(current, "GET", all + "/{id}", this::get),
        new Route(current, "POST", all + "/{id}", this::update),
        new Route(current, "DELETE", all + "/{id}", this::delete));
  }

  private Response list(Call call) {
    return environment
        .pages()
        .response(
            call,
            environment.store().webhookSubscriptions(),
            one ->
                call.queryAllows(ENDPOINT_ID, one.text(ENDPOINT_ID))
                    && call.queryAllows(RESOURCE_ID, one.text(RESOURCE_ID)),
            new Pages.Listing<>(null, false, TIMES, WebhookSubscriptionOperations::subscription));
  }

  /** Creates a subscription, or updates the one for the same endpoint and resource. */
  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    body.requireOnly(CREATABLE);
    String endpointId = body.requireText(ENDPOINT_ID);
    Resource endpoint = requireEndpoint(endpointId);
    body.require("resourceType");
    String type = body.choice("resourceType", WebhookEvents.resourceTypes()).orElseThrow();
    String resourceId = body.requireText(RESOURCE_ID);
    requireResource(type, resourceId);
    body.require(WebhookEvents.PROPERTY);
    JsonObject data =
        JsonObject.of(ENDPOINT_ID, endpointId)
            .with("resourceType", type)
            .with(RESOURCE_ID, resourceId)
            .with(
                WebhookEvents.PROPERTY,
                WebhookEvents.ofSubscription(body, endpoint.text("apiVersion"), type));
    return Response.json(200, subscription(createdOrUpdated(data)));
  }

  /** One thread at a time, so that there is one subscription for an endpoint and a resource. */
  private synchronized Resource createdOrUpdated(JsonObject data) {
    for (Table.Row<Resource> row : environment.store().webhookSubscriptions().rows()) {
      JsonObject known = row.value().data();
      if (Objects.equals(known.get(ENDPOINT_ID), data.get(ENDPOINT_ID))
          && Objects.equals(known.get(RESOURCE_ID), data.get(RESOURCE_ID))) {
        row.value().update(data, environment.now());
        return row.value();
      }
    }
    Resource added = new Resource(environment.newKey(), data, environment.now());
    environment.store().webhookSubscriptions().put(added.key(), added);
    return added;
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

  private Response get(Call call) {
    return Response.json(200, subscription(require(call)));
  }

  private Response update(Call call) throws IOException {
    Resource subscription = require(call);
    Fields body = call.jsonBody();
    body.requireOnly(Set.of(WebhookEvents.PROPERTY));
    body.require(WebhookEvents.PROPERTY);
    Resource endpoint = requireEndpoint(subscription.text(ENDPOINT_ID));
    List<String> events =
        WebhookEvents.ofSubscription(
            body, endpoint.text("apiVersion"), subscription.text("resourceType"));
    subscription.update(JsonObject.of(WebhookEvents.PROPERTY, events), environment.now());
    return Response.json(200, subscription(subscription));
  }

  private Response delete(Call call) {
    Resource subscription = require(call);
    String id = "whs_" + subscription.key();
    environment.remove(Store::webhookSubscriptions, "webhook subscription", id);
    return Response.json(200, JsonObject.of("id", id));
  }

  private Resource requireEndpoint(String id) {
    return environment.require(Store::webhookEndpoints, "webhook endpoint", id);
  }

  private Resource require(Call call) {
    return environment.require(Store::webhookSubscriptions, "webhook subscription", call.id());
  }

  private static JsonObject subscription(Resource subscription) {
    JsonObject shape =
        JsonObject.of("object", "webhook_subscription").with("id", "whs_" + subscription.key());
    shape.putAll(subscription.data());
    return shape.with("createdAt", FileShape.time(subscription.createdAt()));
  }
}
