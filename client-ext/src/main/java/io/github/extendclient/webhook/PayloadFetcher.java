package io.github.extendclient.webhook;

import io.github.extendclient.internal.config.ProductToken;
import io.github.extendclient.internal.config.Timeouts;
import io.github.extendclient.internal.download.SignedGet;
import io.github.extendclient.internal.http.RefusedResponseException;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.webhook.WebhookException.Reason;
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
 * Fetches the payload of an event that came with an address instead. Thread-safe; holds no thread
 * and no connection between two fetches.
 *
 * <pre>{@code
 * PayloadFetcher fetcher = PayloadFetcher.create();
 *
 * if (delivery instanceof WebhookDelivery.SignedUrl signed) {
 *   delivery = fetcher.fetch(signed);
 * }
 * }</pre>
 *
 * <p>The request carries no API key, no cookie and no other credential. It goes over https only,
 * only to public internet addresses, follows no redirect, and is bounded in size and time.
 *
 * <p>Two traps. A delivery must be answered within 30 seconds, so answer first and fetch afterwards
 * if payloads are large. And the JVM's proxy settings are not used, because behind a proxy it is
 * not known which address is reached: where only a proxy leads outside, read {@link
 * WebhookDelivery.SignedUrl#url()} with your own HTTP client and give the bytes to {@link
 * WebhookDelivery.SignedUrl#withPayload}.
 *
 * @see <a href="https://docs.extend.ai/product/webhooks/configuration">Webhook configuration</a>
 */
public final class PayloadFetcher {
  // As for the responses of the API itself.
  private static final long DEFAULT_MAX_BYTES = 256L << 20;

  // What the vendor's own clients give the same request.
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
            .readTimeout(Duration.ZERO) // The time for the whole call bounds it.
            .build();
  }

  /**
   * A fetcher with the default limits: 256 MiB, 30 seconds, public addresses.
   *
   * @return never null
   */
  public static PayloadFetcher create() {
    return builder().build();
  }

  /**
   * A fetcher with other limits.
   *
   * @return a builder with the default limits
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Fetches the payload. The whole of it is held in memory.
   *
   * @param delivery an event with an address
   * @return the event with its payload, in one of the other forms
   * @throws WebhookException if the address is refused, the payload does not come within the limits
   *     ({@code PAYLOAD_UNAVAILABLE} can pass and be tried again within the hour that the address
   *     lives), or it is not what the event should have
   */
  public WebhookDelivery fetch(WebhookDelivery.SignedUrl delivery) {
    return new Fetch(delivery.envelope(), System.nanoTime()).run(delivery);
  }

  /** The limits. */
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

    /** Connects to nothing but the addresses that were checked. */
    private byte[] get(HttpUrl url, List<InetAddress> addresses) {
      Duration left = timeout.minusNanos(System.nanoTime() - start);
      if (left.toMillis() < 1) {
        throw unavailable(notInTime(url), null);
      }
      OkHttpClient pinned = client.newBuilder().dns(host -> addresses).connectTimeout(left).build();
      try (Response response = new SignedGet(pinned, headers()).send(url, left)) {
        if (response.code() != 200) {
          throw unavailable(answered(url, response), null);
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
        throw unavailable("no complete response came from " + url.host(), e);
      }
    }

    private String answered(HttpUrl url, Response response) {
      return url.host()
          + " returned "
          + response.code()
          + (response.isRedirect()
              ? ", a redirect, which is not followed"
              : "; the address lives one hour, and a manual repetition of the delivery makes a new"
                  + " one");
    }

    private String notInTime(HttpUrl url) {
      return "no complete response came from " + url.host() + " within " + DurationText.of(timeout);
    }

    private WebhookException refused(String why) {
      return event.failure(
          Reason.ADDRESS_REFUSED, "The address of the payload of " + event + " " + why + ".");
    }

    private WebhookException unavailable(String why, @Nullable Exception cause) {
      return event.failure(
          Reason.PAYLOAD_UNAVAILABLE,
          "The payload of " + event + " could not be fetched: " + why + ".",
          cause);
    }

    private WebhookException tooLarge() {
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
     * The most bytes of a payload, counted after decompression.
     *
     * @param maxBytes 256 MiB if not set
     * @return this
     * @throws IllegalArgumentException if it is not positive, or more than an array can hold
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
     * The time for a whole fetch. Looking up the host name counts, but can be given up only by the
     * operating system.
     *
     * @param timeout 30 seconds if not set
     * @return this
     * @throws IllegalArgumentException if it is shorter than a millisecond or longer than a day
     */
    public Builder timeout(Duration timeout) {
      this.timeout = Timeouts.checked("timeout of a fetch", timeout);
      return this;
    }

    /**
     * Whether private, loopback and link-local addresses may be reached, and loopback ones by http
     * too. For tests, and for payloads that are stored in one's own network: a signed event is then
     * trusted to choose among one's own hosts.
     *
     * @param allowed false if not set
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
     * The fetcher.
     *
     * @return never null
     */
    public PayloadFetcher build() {
      return new PayloadFetcher(this);
    }
  }
}
