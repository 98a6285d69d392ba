package io.github.extendclient.webhook;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.runtime.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verified delivery, of one of three kinds: an event of a known API version, an event with a
 * signed URL instead of its payload, or an event of an unknown API version.
 *
 * <pre>{@code
 * if (delivery instanceof WebhookDelivery.SignedUrl signed) {
 *   delivery = fetcher.fetch(signed);
 * }
 * if (delivery instanceof WebhookDelivery.Event known
 *     && known.event() instanceof WorkflowRunCompletedWebhookEvent completed) {
 *   store(completed.getPayload());
 * }
 * }</pre>
 *
 * <p>In a known API version, an event of an unknown type is a {@code WebhookEvent.Unknown}: use
 * {@link #eventType()}, {@link #payload()} and {@link #json()}. The trap: respond with success to
 * such events too, or they are sent again.
 */
public abstract sealed class WebhookDelivery {
  private final Envelope envelope;
  private final @Nullable String apiVersion;

  private WebhookDelivery(Envelope envelope, @Nullable String apiVersion) {
    this.envelope = envelope;
    this.apiVersion = apiVersion;
  }

  /**
   * {@return the ID of the event, which repeated deliveries share; store it to ignore events that
   * you handled before}
   */
  public final String eventId() {
    return envelope.eventId();
  }

  /** {@return the type of the event, such as {@code extract_run.processed}} */
  public final String eventType() {
    return envelope.eventType();
  }

  /** {@return the API version from the request's header; null if it has none} */
  public final @Nullable String apiVersion() {
    return apiVersion;
  }

  /**
   * Returns the payload as it was sent or fetched. Each call parses {@link #json()} again.
   *
   * @return the payload; {@link JsonValue#NULL} if the event has none
   */
  public final JsonValue payload() {
    return envelope.payload();
  }

  /** {@return the whole event as it was sent, including a fetched payload} */
  public final JsonValue json() {
    return envelope.json();
  }

  /** Returns ID, type and version of the event, without its payload. */
  @Override
  public final String toString() {
    return getClass().getSimpleName()
        + "{eventId="
        + WebhookFailure.shown(eventId())
        + ", eventType="
        + WebhookFailure.shown(eventType())
        + ", apiVersion="
        + (apiVersion == null ? null : WebhookFailure.shown(apiVersion))
        + "}";
  }

  final Envelope envelope() {
    return envelope;
  }

  /** An event of a known API version. */
  public static final class Event extends WebhookDelivery {
    private final String readAs;
    private final Object event;

    Event(Envelope envelope, @Nullable String apiVersion, String readAs, Object event) {
      super(envelope, apiVersion);
      this.readAs = readAs;
      this.event = event;
    }

    /**
     * {@return the API version of {@link #event()}, such as {@code 2026-02-09}; derived from the
     * event type if the request has no version header}
     */
    public String readAs() {
      return readAs;
    }

    /**
     * Returns the event.
     *
     * @return a member of the {@code WebhookEvent} of its version, such as {@code
     *     ExtractRunProcessedWebhookEvent}; {@code WebhookEvent.Unknown} for an unknown type
     */
    public Object event() {
      return event;
    }
  }

  /**
   * An event whose payload must be fetched from a signed URL within an hour. Use {@link
   * PayloadFetcher}, or fetch {@link #url()} yourself and pass the bytes to {@link #withPayload}.
   */
  public static final class SignedUrl extends WebhookDelivery {
    private final PayloadUrl payloadUrl;
    private final EventDecoder decoder;

    SignedUrl(
        Envelope envelope,
        @Nullable String apiVersion,
        PayloadUrl payloadUrl,
        EventDecoder decoder) {
      super(envelope, apiVersion);
      this.payloadUrl = payloadUrl;
      this.decoder = decoder;
    }

    /**
     * Returns the signed URL as it was sent, unchecked. The trap: anyone with the URL can read the
     * payload, so do not log it.
     *
     * @return never null
     */
    public String url() {
      return payloadUrl.url();
    }

    /** {@return the ID of the run or resource of the event; null if not sent} */
    public @Nullable String resourceId() {
      return payloadUrl.resourceId();
    }

    /** {@return the metadata of the run; empty if there is none} */
    public Map<String, JsonValue> metadata() {
      JsonValue metadata = payload().asObject().get("metadata");
      return metadata != null && metadata.json().startsWith("{") ? metadata.asObject() : Map.of();
    }

    /**
     * Returns the event with its payload.
     *
     * @param payload the content of the signed URL
     * @return the event, as one of the other subclasses
     * @throws WebhookException if the payload is not JSON, does not fit the type of the event, or
     *     is another signed URL
     */
    public WebhookDelivery withPayload(byte[] payload) {
      return decoder.decode(envelope().withPayload(payload), apiVersion());
    }
  }

  /** An event of an unknown API version, available only as JSON. */
  public static final class Unrecognized extends WebhookDelivery {
    Unrecognized(Envelope envelope, @Nullable String apiVersion) {
      super(envelope, apiVersion);
    }
  }
}
