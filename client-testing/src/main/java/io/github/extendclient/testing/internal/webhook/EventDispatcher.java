package io.github.extendclient.testing.internal.webhook;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Events;
import io.github.extendclient.testing.internal.api.SignedUrls;
import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Resource;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to the webhook endpoints that are registered for them, or have a subscription for
 * the resource. Events before the registration are not sent.
 */
public final class EventDispatcher implements Events {
  /** From the page on the configuration of webhooks. */
  private static final Duration PAYLOAD_URL_LIFETIME = Duration.ofHours(1);

  /** The prefixes of event types in 2025-04-21. */
  private static final Map<String, String> LEGACY_NAMES =
      Map.of(
          "extract_run", "processor_run",
          "classify_run", "processor_run",
          "split_run", "processor_run",
          "parse_run", "parser_run",
          "extractor", "processor",
          "classifier", "processor",
          "splitter", "processor");

  private final Store store;
  private final SignedUrls urls;
  private final ClockScheduler scheduler;
  private final WebhookSender sender;

  /**
   * A dispatcher to the endpoints of a store.
   *
   * @param name the beginning of the names of its threads
   */
  public EventDispatcher(Store store, Clock clock, SignedUrls urls, Supplier<String> name) {
    this.store = store;
    this.urls = urls;
    this.scheduler = new ClockScheduler(clock, () -> name.get() + "-clock");
    this.sender = new WebhookSender(scheduler, clock, () -> name.get() + "-webhook");
  }

  @Override
  public void atEnd(Instant end, Runnable look) {
    if (!store.webhookEndpoints().isEmpty()) {
      scheduler.at(end, look);
    }
  }

  @Override
  public void emit(
      String type, @Nullable String resourceKey, Function<ApiVersion, JsonObject> payload) {
    for (Table.Row<Resource> row : store.webhookEndpoints().rows()) {
      Resource endpoint = row.value();
      ApiVersion version =
          ApiVersion.of(endpoint.text("apiVersion")).orElse(ApiVersion.V2026_02_09);
      String name = version.isLegacy() ? legacyName(type) : type;
      if (endpoint.text("status").equals("enabled")
          && (isAmongEvents(endpoint, name) || isSubscribed(endpoint, resourceKey, name))) {
        send(endpoint, version, name, () -> payload.apply(version));
      }
    }
  }

  private void send(
      Resource endpoint, ApiVersion version, String name, Supplier<JsonObject> payload) {
    String eventKey = store.ids().next();
    JsonObject shown = payload.get();
    if (goesByUrl(endpoint, shown)) {
      store.payloads().put(eventKey, shown);
      String url = urls.sign("event_" + eventKey, "payload.json", PAYLOAD_URL_LIFETIME);
      JsonObject reference =
          JsonObject.of("object", "signed_data_url").with("data", url).with("id", shown.get("id"));
      shown =
          shown.get("metadata") instanceof JsonObject metadata
              ? reference.with("metadata", metadata)
              : reference;
    }
    JsonObject body =
        JsonObject.of("eventId", "event_" + eventKey)
            .with("eventType", name)
            .with("payload", shown);
    sender.send(endpoint, version, Json.write(body).readByteString());
  }

  private static boolean goesByUrl(Resource endpoint, Object payload) {
    if (endpoint.data().get("advancedOptions") instanceof JsonObject options
        && options.get("payload") instanceof JsonObject settings
        && "url".equals(settings.get("format"))) {
      Object threshold = settings.get("urlThresholdBytes");
      return !(threshold instanceof Long bytes) || Json.write(payload).size() > bytes;
    }
    return false;
  }

  private boolean isSubscribed(Resource endpoint, @Nullable String resourceKey, String name) {
    if (resourceKey == null) {
      return false;
    }
    return store.webhookSubscriptions().rows().stream()
        .map(Table.Row::value)
        .anyMatch(
            subscription ->
                subscription.text("webhookEndpointId").equals("wh_" + endpoint.key())
                    && subscription.text("resourceId").endsWith("_" + resourceKey)
                    && isAmongEvents(subscription, name));
  }

  private static boolean isAmongEvents(Resource resource, String name) {
    return resource.data().get("enabledEvents") instanceof List<?> events && events.contains(name);
  }

  private static String legacyName(String type) {
    int dot = type.indexOf('.');
    String subject = type.substring(0, dot);
    return LEGACY_NAMES.getOrDefault(subject, subject) + type.substring(dot);
  }

  /** Stops all deliveries. */
  @Override
  public void close() {
    scheduler.close();
    sender.close();
  }
}
