package io.github.extendclient.webhook;

import io.github.extendclient.error.ExtendException;
import org.jspecify.annotations.Nullable;

/**
 * A webhook delivery was not accepted, could not be read, or its payload could not be fetched. No
 * message shows a secret, a signature that was expected, or content of the payload.
 *
 * <pre>{@code
 * } catch (WebhookException e) {
 *   return e.reason().isSigned() ? keepForLater(rawBody, e) : unauthorized();
 * }
 * }</pre>
 */
public final class WebhookException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_SHOWN = 100;

  private final Reason reason;
  private final @Nullable String eventId;
  private final @Nullable String eventType;

  WebhookException(Reason reason, String message) {
    this(reason, message, null, null, null);
  }

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

  /** {@return why} */
  public Reason reason() {
    return reason;
  }

  /** {@return the event, as far as it could be read; null also if nothing vouches for it} */
  public @Nullable String eventId() {
    return eventId;
  }

  /** {@return its type, as far as it could be read; null also if nothing vouches for it} */
  public @Nullable String eventType() {
    return eventType;
  }

  /** Text from outside, on one line and cut. */
  static String shown(String text) {
    String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  /** Why; new reasons may be added. */
  public enum Reason {
    /** The timestamp or the signature is not among the headers. */
    MISSING_HEADER(false),
    /** The timestamp is not Unix time in whole seconds. */
    MALFORMED_TIMESTAMP(false),
    /** The signature is not a hexadecimal number of 64 digits. */
    MALFORMED_SIGNATURE(false),
    /** No secret gives the signature: forged, changed on its way, or the wrong secret. */
    NO_SECRET_MATCHES(false),
    /** Rightly signed, longer ago than the tolerance: a copy, or a clock that is wrong. */
    TOO_OLD(true),
    /** Rightly signed, further ahead than the tolerance: a clock that is wrong. */
    IN_THE_FUTURE(true),
    /** Rightly signed, or fetched, and not a JSON document. */
    NOT_JSON(true),
    /** Rightly signed JSON, but without the ID or the type of an event. */
    NOT_AN_EVENT(true),
    /** A genuine event whose payload is not what its type has in its API version. */
    PAYLOAD_MISMATCH(true),
    /** The signed URL of the payload may not be read: its scheme, its host, or no address. */
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
     * {@return whether one of the secrets signed the delivery: false calls for a refusal, true for
     * a look at clocks, limits or the version of this client}
     */
    public boolean isSigned() {
      return signed;
    }
  }
}
