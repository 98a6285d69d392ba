package io.github.extendclient.webhook;

import static io.github.extendclient.webhook.PayloadServer.EVENT;
import static io.github.extendclient.webhook.PayloadServer.PAYLOAD;
import static io.github.extendclient.webhook.PayloadServer.body;
import static io.github.extendclient.webhook.PayloadServer.delivery;
import static io.github.extendclient.webhook.PayloadServer.failure;
import static io.github.extendclient.webhook.PayloadServer.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that payloads are fetched from. */
class PayloadAddressTest {
  @RegisterExtension private final PayloadServer server = new PayloadServer();
  private final PayloadFetcher fetcher = local().build();

  @ParameterizedTest
  @ValueSource(
      strings = {"", "p.json", "file:///etc/passwd", "ftp://a.example/p", "https://", "//a/b"})
  void aTextThatIsNotAUrlIsRejected(String address) {
    String body = body("x").replace("\"data\":\"x\"", "\"data\":\"" + address + "\"");
    // A blank address does not even count as one.
    WebhookException thrown =
        catchThrowableOfType(
            WebhookException.class,
            () ->
                PayloadFetcher.create()
                    .fetch((WebhookDelivery.SignedUrl) SignedRequest.of(body).verify()));

    assertThat(thrown.reason())
        .isEqualTo(address.isEmpty() ? Reason.PAYLOAD_MISMATCH : Reason.ADDRESS_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "127.0.0.1",
        "[::1]",
        "169.254.169.254",
        "192.168.1.1",
        "[fd00:ec2::254]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "127.1",
        "2130706433",
        "localhost"
      })
  void aPrivateAddressIsRejected(String host) {
    WebhookException thrown =
        failure(PayloadFetcher.create(), "https://" + host + ":" + server.http.getPort() + "/p");

    assertThat(thrown.reason()).isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(server.http.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.7", "169.254.169.254", "127.0.0.1", "100.64.0.1"})
  void aNameOfAPrivateAddressIsRejected(String address) {
    PayloadFetcher guarded =
        PayloadFetcher.builder().dns(host -> List.of(InetAddress.getByName(address))).build();

    WebhookException thrown = failure(guarded, "https://files.example.com/p?signature=4f1c");

    assertThat(thrown.reason()).isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(thrown)
        .hasMessage(
            "The signed URL of the payload of "
                + EVENT
                + " leads to "
                + address
                + " for the host files.example.com, which is not a public internet address: if"
                + " that is meant to be, set allowPrivateAddresses(true).");
  }

  @Test
  void aNameIsRejectedIfOneOfItsAddressesIsPrivate() {
    PayloadFetcher guarded =
        PayloadFetcher.builder()
            .dns(host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("::1")))
            .build();

    assertThat(failure(guarded, "https://files.example.com/p").reason())
        .isEqualTo(Reason.ADDRESS_REFUSED);
  }

  @Test
  void theConnectionGoesToTheAddressThatWasChecked() {
    AtomicInteger lookups = new AtomicInteger();
    PayloadFetcher rebound =
        local()
            .dns(
                host -> {
                  lookups.incrementAndGet();
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();
    server.enqueue(new MockResponse.Builder().body(PAYLOAD).build());

    rebound.fetch(delivery("http://files.example.com:" + server.http.getPort() + "/p"));

    assertThat(lookups).hasValue(1);
    assertThat(server.http.getRequestCount()).isEqualTo(1);
  }

  @Test
  void httpIsRejected() {
    PayloadFetcher guarded =
        PayloadFetcher.builder().dns(host -> List.of(InetAddress.getByName("1.1.1.1"))).build();

    WebhookException thrown = failure(guarded, "http://files.example.com/p");

    assertThat(thrown.reason()).isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(thrown)
        .hasMessage(
            "The signed URL of the payload of "
                + EVENT
                + " is not https: http is taken only for loopback, and only with"
                + " allowPrivateAddresses(true).");
  }

  @Test
  void httpToLoopbackIsRejectedUnlessAllowed() {
    assertThat(failure(PayloadFetcher.create(), server.url()).reason())
        .isEqualTo(Reason.ADDRESS_REFUSED);
    assertThat(server.http.getRequestCount()).isZero();
  }

  @Test
  void httpToAPrivateAddressIsRejectedEvenIfThoseAreAllowed() {
    PayloadFetcher own = local().dns(host -> List.of(InetAddress.getByName("10.0.0.7"))).build();

    assertThat(failure(own, "http://files.internal/p").reason()).isEqualTo(Reason.ADDRESS_REFUSED);
  }

  @Test
  void allowedPrivateAddressesAreReachedByHttps() {
    String url = server.url().replace("http://", "https://");
    server.http.close();

    WebhookException thrown = failure(fetcher, url);

    // A refused connection: the check of addresses let the URL through.
    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_UNAVAILABLE);
  }
}
