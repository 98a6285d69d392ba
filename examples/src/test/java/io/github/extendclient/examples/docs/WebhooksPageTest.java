package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.webhook.PayloadFetcher;
import io.github.extendclient.webhook.WebhookDelivery;
import io.github.extendclient.webhook.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The code of docs/webhooks.md that belongs to no server. */
class WebhooksPageTest {
  private static final String SECRET = "wss_1";

  @Test
  void verifies() throws Exception {
    byte[] rawBody =
        "{\"eventId\":\"event_1\",\"eventType\":\"new.type\",\"payload\":{\"id\":\"x_1\"}}"
            .getBytes(StandardCharsets.UTF_8);
    String secret = SECRET;
    Map<String, String> headers = signed(rawBody);
    // region verify
    WebhookVerifier verifier = WebhookVerifier.create(secret);
    WebhookDelivery delivery = verifier.verify(headers::get, rawBody);
    // endregion

    assertThat(delivery.eventId()).isEqualTo("event_1");
    assertThat(fetched(delivery)).isSameAs(delivery);
  }

  // region fetch
  static WebhookDelivery fetched(WebhookDelivery delivery) {
    PayloadFetcher fetcher = PayloadFetcher.create();
    return delivery instanceof WebhookDelivery.SignedUrl signed ? fetcher.fetch(signed) : delivery;
  }

  // endregion

  private static Map<String, String> signed(byte[] body) throws GeneralSecurityException {
    String time = Long.toString(Instant.now().getEpochSecond());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update(("v0:" + time + ":").getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "x-extend-api-version",
        "2026-02-09",
        "x-extend-request-timestamp",
        time,
        "x-extend-request-signature",
        HexFormat.of().formatHex(mac.doFinal(body)));
  }
}
