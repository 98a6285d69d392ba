package io.github.extendclient.webhook;

import io.github.extendclient.version.ApiVersions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Determines the API version of an event, and decodes its delivery. */
final class EventDecoder {
  private static final List<EventReader> ALL =
      ApiVersions.ALL.stream().map(EventReader::of).filter(Objects::nonNull).toList();

  /** Assumes the current API version, the first in the list. */
  static final EventDecoder DEFAULT = new EventDecoder(ALL.get(0));

  private final EventReader assumed;

  private EventDecoder(EventReader assumed) {
    this.assumed = assumed;
  }

  static EventDecoder assuming(String apiVersion) {
    EventReader reader = of(apiVersion);
    if (reader == null) {
      throw new IllegalArgumentException(
          "The API version \""
              + WebhookFailure.shown(apiVersion)
              + "\" is not one that this client reads: give one of "
              + ALL.stream().map(EventReader::apiVersion).collect(Collectors.joining(", "))
              + ".");
    }
    return new EventDecoder(reader);
  }

  String assumedVersion() {
    return assumed.apiVersion();
  }

  /**
   * @param sentVersion the version from the header, or null
   */
  WebhookDelivery decode(Envelope envelope, @Nullable String sentVersion) {
    PayloadUrl payloadUrl = envelope.payloadUrl();
    if (payloadUrl != null) {
      return new WebhookDelivery.SignedUrl(envelope, sentVersion, payloadUrl, this);
    }
    EventReader reader = sentVersion == null ? byType(envelope.eventType()) : of(sentVersion);
    return reader == null
        ? new WebhookDelivery.Unrecognized(envelope, sentVersion)
        : reader.read(envelope, sentVersion);
  }

  private EventReader byType(String eventType) {
    List<EventReader> fitting =
        ALL.stream().filter(reader -> reader.knows(eventType)).collect(Collectors.toList());
    return fitting.size() == 1 ? fitting.get(0) : assumed;
  }

  private static @Nullable EventReader of(String apiVersion) {
    for (EventReader reader : ALL) {
      if (reader.apiVersion().equals(apiVersion)) {
        return reader;
      }
    }
    return null;
  }
}
