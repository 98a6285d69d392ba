package io.github.extendclient.webhook;

import io.github.extendclient.runtime.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A genuine event in one of three forms: of an API version that this client knows, with an address
 * instead of the payload, or of an API version that this client does not know.
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
 * <p>Types that are newer than this client come as {@code WebhookEvent.Unknown}, in a version that
 * it knows: {@link #eventType()}, {@link #payload()} and {@link #json()} have what was sent. Answer
 * them with success, or they are sent again.
 */
public abstract sealed class WebhookDelivery {
  private final Envelope envelope;
  private final @Nullable String apiVersion;

  private WebhookDelivery(Envelope envelope, @Nullable String apiVersion) {
    this.envelope = envelope;
    this.apiVersion = apiVersion;
  }

  /**
   * {@return the ID of the event; repeated deliveries of one event carry the same, so keep it to
   * drop what was handled already}
   */
  public final String eventId() {
    return envelope.eventId();
  }

  /** {@return the type of the event, such as {@code extract_run.processed}} */
  public final String eventType() {
    return envelope.eventType();
  }

  /** {@return the API version that the request named; null if it named none} */
  public final @Nullable String apiVersion() {
    return apiVersion;
  }

  /**
   * The payload as it was sent or fetched. Read from {@link #json()} by each call.
   *
   * @return {@link JsonValue#NULL} if the event has none
   */
  public final JsonValue payload() {
    return envelope.payload();
  }

  /** {@return the whole event as it was sent, with the payload in its place if that was fetched} */
  public final JsonValue json() {
    return envelope.json();
  }

  /** Which event this is, without its payload. */
  @Override
  public final String toString() {
    return getClass().getSimpleName()
        + "{eventId="
        + WebhookException.shown(eventId())
        + ", eventType="
        + WebhookException.shown(eventType())
        + ", apiVersion="
        + (apiVersion == null ? null : WebhookException.shown(apiVersion))
        + "}";
  }

  final Envelope envelope() {
    return envelope;
  }

  /** An event of an API version that this client knows. */
  public static final class Event extends WebhookDelivery {
    private final String readAs;
    private final Object event;

    Event(Envelope envelope, @Nullable String apiVersion, String readAs, Object event) {
      super(envelope, apiVersion);
      this.readAs = readAs;
      this.event = event;
    }

    /**
     * {@return the API version that {@link #event()} is of, such as {@code 2026-02-09}; found by
     * the type of the event if the request named none}
     */
    public String readAs() {
      return readAs;
    }

    /**
     * The event.
     *
     * @return a member of the {@code WebhookEvent} of its version, such as {@code
     *     ExtractRunProcessedWebhookEvent}; {@code WebhookEvent.Unknown} if its type is newer than
     *     this client
     */
    public Object event() {
      return event;
    }
  }

  /**
   * An event whose payload has to be fetched from a signed URL, within an hour. Nothing is fetched
   * unless asked: {@link PayloadFetcher} does it with care, or read {@link #url()} yourself and
   * give what you got to {@link #withPayload}.
   */
  public static final class SignedUrl extends WebhookDelivery {
    private final SignedAddress address;
    private final EventDecoder decoder;

    SignedUrl(
        Envelope envelope,
        @Nullable String apiVersion,
        SignedAddress address,
        EventDecoder decoder) {
      super(envelope, apiVersion);
      this.address = address;
      this.decoder = decoder;
    }

    /**
     * The address. Whoever has it can read the payload, so keep it out of logs. It is as the sender
     * wrote it, and not checked in any way.
     *
     * @return never null
     */
    public String url() {
      return address.url();
    }

    /** {@return the ID of the run or resource that the event is about; null if not sent} */
    public @Nullable String resourceId() {
      return address.resourceId();
    }

    /** {@return the metadata of the run; empty if there is none} */
    public Map<String, JsonValue> metadata() {
      JsonValue metadata = payload().asObject().get("metadata");
      return metadata != null && metadata.json().startsWith("{") ? metadata.asObject() : Map.of();
    }

    /**
     * The event with what was found at its address.
     *
     * @param payload the bytes found there
     * @return one of the other forms
     * @throws WebhookException if they are not JSON, do not fit the type of the event, or are a
     *     signed URL again
     */
    public WebhookDelivery withPayload(byte[] payload) {
      return decoder.decode(envelope().withPayload(payload), apiVersion());
    }
  }

  /**
   * An event of an API version that this client does not know. Its payload may have any form, so it
   * is given as JSON only.
   */
  public static final class Unrecognized extends WebhookDelivery {
    Unrecognized(Envelope envelope, @Nullable String apiVersion) {
      super(envelope, apiVersion);
    }
  }
}
