package io.github.extendclient.webhook;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.internal.config.ProductToken;
import io.github.extendclient.internal.config.Timeouts;
import io.github.extendclient.internal.download.SignedGet;
import io.github.extendclient.internal.http.RefusedResponseException;
import io.github.extendclient.internal.time.DurationText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the payload of an event from its signed URL. Thread-safe; keeps no threads or connections
 * between fetches.
 *
 * <pre>{@code
 * PayloadFetcher fetcher = PayloadFetcher.create();
 *
 * if (delivery instanceof WebhookDelivery.SignedUrl signed) {
 *   delivery = fetcher.fetch(signed);
 * }
 * }</pre>
 *
 * <p>The request has no API key, cookie or other credential. It is sent only over https, only to
 * public internet addresses, does not follow redirects, and is bounded in size and time.
 *
 * <p>Two traps. You must respond to a delivery within 30 seconds, so respond first and fetch large
 * payloads afterwards. And the JVM's proxy settings are ignored, because behind a proxy the reached
 * address cannot be checked: if you need a proxy, fetch {@link WebhookDelivery.SignedUrl#url()}
 * with your own HTTP client and pass the bytes to {@link WebhookDelivery.SignedUrl#withPayload}.
 *
 * @see <a href="https://docs.extend.ai/product/webhooks/configuration">Webhook configuration</a>
 */
public final class PayloadFetcher {
  // The same as for responses of the API.
  private static final long DEFAULT_MAX_BYTES = 256L << 20;

  // The timeout of the vendor's own clients.
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private final long maxBytes;
  private final Duration timeout;
  private final boolean privateAddressesAllowed;
  private final Dns dns;
  private final OkHttpClient client;

  private PayloadFetcher(Builder builder) {
    maxBytes = builder.maxBytes;
    timeout = builder.timeout;
    privateAddressesAllowed = builder.privateAddressesAllowed;
    dns = builder.dns;
    client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
            .readTimeout(Duration.ZERO) // Bounded by the timeout of the whole call.
            .build();
  }

  /**
   * Creates a fetcher with the default limits: 256 MiB, 30 seconds, public addresses.
   *
   * @return never null
   */
  public static PayloadFetcher create() {
    return builder().build();
  }

  /**
   * Configures a fetcher with other limits.
   *
   * @return a builder with the default limits
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Fetches the payload into memory.
   *
   * @param delivery an event with a signed URL
   * @return the event with its payload, as one of the other subclasses
   * @throws WebhookException if the URL is refused, the payload is not received within the limits,
   *     or it does not fit the event; after {@code PAYLOAD_UNAVAILABLE}, retry while the URL is
   *     valid, which is one hour
   */
  public WebhookDelivery fetch(WebhookDelivery.SignedUrl delivery) {
    return new Fetch(delivery.envelope(), System.nanoTime()).run(delivery);
  }

  /** Returns the limits. */
  @Override
  public String toString() {
    return "PayloadFetcher{maxBytes="
        + maxBytes
        + ", timeout="
        + DurationText.of(timeout)
        + ", privateAddressesAllowed="
        + privateAddressesAllowed
        + "}";
  }

  private static Headers headers() {
    return Headers.of("Accept", "application/json", "User-Agent", ProductToken.text());
  }

  private final class Fetch {
    private final Envelope event;
    private final long start;

    Fetch(Envelope event, long start) {
      this.event = event;
      this.start = start;
    }

    WebhookDelivery run(WebhookDelivery.SignedUrl delivery) {
      HttpUrl url = HttpUrl.parse(delivery.url());
      if (url == null) {
        throw refused("is not a web address");
      }
      List<InetAddress> addresses = resolve(url);
      checkAddresses(url, addresses);
      return delivery.withPayload(get(url, addresses));
    }

    private List<InetAddress> resolve(HttpUrl url) {
      try {
        return dns.lookup(url.host());
      } catch (UnknownHostException e) {
        throw unavailable(url.host() + " is not a known host", e);
      }
    }

    private void checkAddresses(HttpUrl url, List<InetAddress> addresses) {
      for (InetAddress address : addresses) {
        if (!url.isHttps() && !(privateAddressesAllowed && address.isLoopbackAddress())) {
          throw refused(
              "is not https: http is taken only for loopback, and only with"
                  + " allowPrivateAddresses(true)");
        }
        if (!privateAddressesAllowed && !PublicAddresses.contain(address)) {
          throw refused(
              "leads to "
                  + address.getHostAddress()
                  + " for the host "
                  + url.host()
                  + ", which is not a public internet address: if that is meant to be, set"
                  + " allowPrivateAddresses(true)");
        }
      }
    }

    /** Connects only to the checked addresses. */
    private byte[] get(HttpUrl url, List<InetAddress> addresses) {
      Duration left = timeout.minusNanos(System.nanoTime() - start);
      if (left.toMillis() < 1) {
        throw unavailable(notInTime(url), null);
      }
      OkHttpClient pinned = client.newBuilder().dns(host -> addresses).connectTimeout(left).build();
      try (Response response = new SignedGet(pinned, headers()).send(url, left)) {
        if (response.code() != 200) {
          throw unavailable(described(url, response), null);
        }
        return SignedGet.content(
                response,
                maxBytes,
                limit -> new RefusedResponseException("it is too large"),
                bytes -> {})
            .readByteArray();
      } catch (RefusedResponseException e) {
        throw tooLarge();
      } catch (InterruptedIOException e) {
        throw unavailable(
            Thread.currentThread().isInterrupted() ? "the thread was interrupted" : notInTime(url),
            e);
      } catch (IOException e) {
        throw unavailable("no complete response was received from " + url.host(), e);
      }
    }

    private String described(HttpUrl url, Response response) {
      return url.host()
          + " returned "
          + response.code()
          + (response.isRedirect()
              ? ", a redirect, which is not followed"
              : "; the URL is valid for one hour, and a manual redelivery creates a new one");
    }

    private String notInTime(HttpUrl url) {
      return "no complete response was received from "
          + url.host()
          + " within "
          + DurationText.of(timeout);
    }

    private ExtendException refused(String why) {
      return event.failure(
          Reason.ADDRESS_REFUSED, "The signed URL of the payload of " + event + " " + why + ".");
    }

    private ExtendException unavailable(String why, @Nullable Exception cause) {
      return event.failure(
          Reason.PAYLOAD_UNAVAILABLE,
          "The payload of " + event + " could not be fetched: " + why + ".",
          cause);
    }

    private ExtendException tooLarge() {
      return event.failure(
          Reason.PAYLOAD_TOO_LARGE,
          "The payload of "
              + event
              + " is larger than "
              + maxBytes
              + " bytes, the most that this fetcher takes: raise maxBytes.");
    }
  }

  /** Sets the limits of a fetcher. */
  public static final class Builder {
    private long maxBytes = DEFAULT_MAX_BYTES;
    private Duration timeout = DEFAULT_TIMEOUT;
    private boolean privateAddressesAllowed;
    private Dns dns = Dns.SYSTEM;

    private Builder() {}

    /**
     * Sets the maximum size of a payload.
     *
     * @param maxBytes in bytes after decompression, by default 256 MiB
     * @return this
     * @throws IllegalArgumentException if the number is not positive, or larger than an array
     */
    public Builder maxBytes(long maxBytes) {
      if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            "maxBytes is " + maxBytes + ": give 1 to " + (Integer.MAX_VALUE - 8) + ".");
      }
      this.maxBytes = maxBytes;
      return this;
    }

    /**
     * Sets the timeout of a whole fetch. It includes the host name lookup, which only the operating
     * system can end early.
     *
     * @param timeout from 1 millisecond to 1 day, by default 30 seconds
     * @return this
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public Builder timeout(Duration timeout) {
      this.timeout = Timeouts.checked("timeout of a fetch", timeout);
      return this;
    }

    /**
     * Sets whether to permit private, loopback and link-local addresses, and http for loopback
     * ones. For tests, and for payloads stored in your own network. The trap: a signed event can
     * then make this program send requests to any host of that network.
     *
     * @param allowed by default false
     * @return this
     */
    public Builder allowPrivateAddresses(boolean allowed) {
      privateAddressesAllowed = allowed;
      return this;
    }

    Builder dns(Dns dns) {
      this.dns = dns;
      return this;
    }

    /**
     * Creates the fetcher.
     *
     * @return never null
     */
    public PayloadFetcher build() {
      return new PayloadFetcher(this);
    }
  }
}
