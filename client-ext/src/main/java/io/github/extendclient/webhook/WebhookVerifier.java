package io.github.extendclient.webhook;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.internal.time.DurationText;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Verifies and reads deliveries. Immutable and thread-safe.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.create(System.getenv("EXTEND_WEBHOOK_SECRET"));
 *
 * WebhookDelivery delivery = verifier.verify(headers::getFirst, rawBody);   // in your server
 * if (isNew(delivery.eventId())
 *     && delivery instanceof WebhookDelivery.Event known
 *     && known.event() instanceof ExtractRunProcessedWebhookEvent done) {
 *   store(done.getPayload());
 * }
 * }</pre>
 *
 * <p>The trap: the signature covers the exact bytes of the body. Pass the bytes before any
 * framework parses them as JSON or text; the same document written again does not match.
 *
 * <p>A delivery may be received more than once, for instance after a timeout, and within the
 * tolerance anyone who saw it can replay it. Store {@link WebhookDelivery#eventId()} with the
 * outcome, and ignore events that you handled before.
 *
 * @see <a href="https://docs.extend.ai/product/webhooks/configuration">Webhook configuration</a>
 */
public final class WebhookVerifier {
  static final String TIMESTAMP_HEADER = "x-extend-request-timestamp";
  static final String SIGNATURE_HEADER = "x-extend-request-signature";
  static final String VERSION_HEADER = "x-extend-api-version";

  // The tolerance of the vendor's own clients.
  private static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(300);
  private static final Duration DEFAULT_MAX_CLOCK_SKEW = Duration.ofSeconds(60);

  // At most fifteen digits, so that milliseconds fit a long.
  private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,15}");
  private static final Pattern HEX_SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final SigningSecrets secrets;
  private final Duration maxAge;
  private final Duration maxClockSkew;
  private final Clock clock;
  private final EventDecoder decoder;

  private WebhookVerifier(Builder builder) {
    this.secrets = builder.secrets;
    this.maxAge = builder.maxAge;
    this.maxClockSkew = builder.maxClockSkew;
    this.clock = builder.clock;
    this.decoder = builder.decoder;
  }

  /**
   * Creates a verifier with the defaults, for the deliveries of one or several endpoints. While you
   * rotate a secret, pass the new and the old one until the last delivery with the old one was
   * received.
   *
   * @param secrets the signing secrets as returned when the endpoints were created, including their
   *     prefix; any of them may have signed a delivery
   * @return a thread-safe verifier; create one and share it
   * @throws IllegalArgumentException if there is no secret, or one is null, blank or has white
   *     space; the message names its position, never the secret
   */
  public static WebhookVerifier create(String... secrets) {
    return builder(secrets).build();
  }

  /**
   * Configures a verifier.
   *
   * @param secrets as for {@link #create}
   * @return a builder
   * @throws IllegalArgumentException as {@link #create} does
   */
  public static Builder builder(String... secrets) {
    return new Builder(SigningSecrets.of(secrets));
  }

  /**
   * Checks the signature, then its time, then reads the body.
   *
   * <p>The header {@code x-extend-api-version}, which is not signed, determines the version of the
   * event; without it, the event type does, or {@link Builder#assumedApiVersion} if several
   * versions have the type. An event of an unknown version is a {@link
   * WebhookDelivery.Unrecognized}.
   *
   * @param headers returns a header by its name in lower case, or null if the request does not have
   *     it; must ignore case, like the request object of any server, but unlike a plain {@code Map}
   * @param body the body as it was received
   * @return the event, never null
   * @throws WebhookException if the delivery is not correctly signed, too old, from the future, or
   *     not readable: see {@link WebhookException#reason()}
   */
  public WebhookDelivery verify(Function<String, @Nullable String> headers, byte[] body) {
    Objects.requireNonNull(body, "body");
    String timestamp = required(headers, TIMESTAMP_HEADER);
    String signature = required(headers, SIGNATURE_HEADER);
    if (!UNIX_SECONDS.matcher(timestamp).matches()) {
      throw WebhookFailure.of(
          Reason.MALFORMED_TIMESTAMP,
          "The header "
              + TIMESTAMP_HEADER
              + " is \""
              + WebhookFailure.shown(timestamp)
              + "\", not Unix time in whole seconds: the request does not come from Extend, or was"
              + " changed on its way.");
    }
    if (!HEX_SHA256.matcher(signature).matches()) {
      throw WebhookFailure.of(
          Reason.MALFORMED_SIGNATURE,
          "The header "
              + SIGNATURE_HEADER
              + " is not a hexadecimal number of 64 digits: the request does not come from Extend,"
              + " or was changed on its way.");
    }
    if (!secrets.match(timestamp, body, HexFormat.of().parseHex(signature))) {
      throw WebhookFailure.of(Reason.NO_SECRET_MATCHES, noMatch(body));
    }
    checkTime(timestamp);
    return decoder.decode(Envelope.read(body), optional(headers, VERSION_HEADER));
  }

  /** Returns the settings, never a secret. */
  @Override
  public String toString() {
    return "WebhookVerifier{secrets="
        + secrets.count()
        + ", maxAge="
        + DurationText.of(maxAge)
        + ", maxClockSkew="
        + DurationText.of(maxClockSkew)
        + ", assumedApiVersion="
        + decoder.assumedVersion()
        + "}";
  }

  private void checkTime(String timestamp) {
    Duration age = Duration.ofMillis(clock.millis() - Long.parseLong(timestamp) * 1000);
    if (age.compareTo(maxAge) > 0) {
      throw WebhookFailure.of(
          Reason.TOO_OLD,
          "The delivery was signed "
              + DurationText.of(age)
              + " ago and at most "
              + DurationText.of(maxAge)
              + " are accepted: it is a replay, or this machine's clock is ahead. Set the"
              + " clock, or raise maxAge.");
    }
    Duration until = age.negated();
    if (until.compareTo(maxClockSkew) > 0) {
      throw WebhookFailure.of(
          Reason.IN_THE_FUTURE,
          "The delivery was signed "
              + DurationText.of(until)
              + " in the future and at most "
              + DurationText.of(maxClockSkew)
              + " are accepted: this machine's clock is behind. Set the clock, or"
              + " raise maxClockSkew.");
    }
  }

  private String noMatch(byte[] body) {
    return (secrets.count() == 1
            ? "The secret does not match the signature of this delivery"
            : "None of the " + secrets.count() + " secrets matches the signature of this delivery")
        + " ("
        + body.length
        + " bytes): check that the secret is that of this endpoint, and that the body is the received"
        + " bytes, not parsed and written again.";
  }

  private static String required(Function<String, @Nullable String> headers, String name) {
    String value = optional(headers, name);
    if (value == null) {
      throw WebhookFailure.of(
          Reason.MISSING_HEADER,
          "The request has no header "
              + name
              + ": it does not come from Extend, a proxy drops the header, or the names are not"
              + " looked up without regard to case.");
    }
    return value;
  }

  private static @Nullable String optional(
      Function<String, @Nullable String> headers, String name) {
    String value = headers.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Sets up a verifier. Not thread-safe. */
  public static final class Builder {
    private final SigningSecrets secrets;
    private Duration maxAge = DEFAULT_MAX_AGE;
    private Duration maxClockSkew = DEFAULT_MAX_CLOCK_SKEW;
    private Clock clock = Clock.systemUTC();
    private EventDecoder decoder = EventDecoder.DEFAULT;

    private Builder(SigningSecrets secrets) {
      this.secrets = secrets;
    }

    /**
     * Sets the maximum time since a delivery was signed. Zero accepts only deliveries that were
     * signed in the same second; it does not switch the check off.
     *
     * @param maxAge by default 300 seconds
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxAge(Duration maxAge) {
      this.maxAge = notNegative("maxAge", maxAge);
      return this;
    }

    /**
     * Sets how far the sender's clock may be ahead of this machine's.
     *
     * @param maxClockSkew by default 60 seconds
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxClockSkew(Duration maxClockSkew) {
      this.maxClockSkew = notNegative("maxClockSkew", maxClockSkew);
      return this;
    }

    /**
     * Sets the clock, for tests.
     *
     * @param clock by default the system's clock
     * @return this
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets the API version of deliveries without the header {@code x-extend-api-version}. It
     * applies only to event types that several versions have, such as those of workflows and their
     * runs; for the others, the type determines the version.
     *
     * @param apiVersion {@code 2026-02-09}, the default, or {@code 2025-04-21}
     * @return this
     * @throws IllegalArgumentException if this client does not know the version
     */
    public Builder assumedApiVersion(String apiVersion) {
      this.decoder = EventDecoder.assuming(apiVersion);
      return this;
    }

    /**
     * Builds the verifier.
     *
     * @return thread-safe; make one and share it
     */
    public WebhookVerifier build() {
      return new WebhookVerifier(this);
    }

    private static Duration notNegative(String name, Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(
            "The " + name + " of a webhook verifier is " + value + ": give zero or more.");
      }
      return value;
    }
  }
}
