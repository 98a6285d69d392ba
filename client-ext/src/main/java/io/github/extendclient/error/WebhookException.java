package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a webhook delivery is not accepted, cannot be read, or its payload cannot be fetched.
 * Messages never contain a secret, an expected signature, or parts of the payload.
 *
 * <pre>{@code
 * } catch (WebhookException e) {
 *   return e.reason().isSigned() ? keepForLater(rawBody, e) : unauthorized();
 * }
 * }</pre>
 */
public final class WebhookException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable String eventId;
  private final @Nullable String eventType;

  WebhookException(
      Reason reason,
      String message,
      @Nullable Throwable cause,
      @Nullable String eventId,
      @Nullable String eventType) {
    super(message, cause);
    this.reason = reason;
    this.eventId = eventId;
    this.eventType = eventType;
  }

  /** {@return the reason} */
  public Reason reason() {
    return reason;
  }

  /** {@return the ID of the event; null if it could not be read or the delivery is not signed} */
  public @Nullable String eventId() {
    return eventId;
  }

  /** {@return the type of the event; null if it could not be read or the delivery is not signed} */
  public @Nullable String eventType() {
    return eventType;
  }

  /** The reason of a failure; new reasons may be added. */
  public enum Reason {
    /** The header with the timestamp or the signature is missing. */
    MISSING_HEADER(false),
    /** The timestamp is not Unix time in whole seconds. */
    MALFORMED_TIMESTAMP(false),
    /** The signature is not a hexadecimal number of 64 digits. */
    MALFORMED_SIGNATURE(false),
    /** No secret matches the signature: a forged or modified delivery, or the wrong secret. */
    NO_SECRET_MATCHES(false),
    /** Correctly signed, but longer ago than the tolerance: a replay, or a wrong clock. */
    TOO_OLD(true),
    /** Correctly signed, but further in the future than the tolerance: a wrong clock. */
    IN_THE_FUTURE(true),
    /** Correctly signed, or fetched, but not a JSON document. */
    NOT_JSON(true),
    /** Correctly signed JSON, but without the ID or the type of an event. */
    NOT_AN_EVENT(true),
    /** A correctly signed event whose payload does not fit its type in its API version. */
    PAYLOAD_MISMATCH(true),
    /** The signed URL of the payload is refused: its scheme, its host, or its syntax. */
    ADDRESS_REFUSED(true),
    /** The payload could not be read from its signed URL. */
    PAYLOAD_UNAVAILABLE(true),
    /** The payload at the signed URL is larger than the limit. */
    PAYLOAD_TOO_LARGE(true);

    private final boolean signed;

    Reason(boolean signed) {
      this.signed = signed;
    }

    /**
     * {@return whether a secret matched the delivery: if false, reject it; if true, check clocks,
     * limits or the version of this client}
     */
    public boolean isSigned() {
      return signed;
    }
  }
}
