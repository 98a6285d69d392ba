package io.github.extendclient.examples.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.webhook.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ExtendWebhooksTest {
  private static final String SECRET = "wss_test";
  // Spaces that a converter would not write again: the signature covers them.
  private static final String EVENT =
      "{\"eventId\": \"event_1\",  \"eventType\": \"extract_run.processed\", \"payload\":"
          + " {\"object\": \"extract_run\", \"id\": \"exr_1\"}}";

  private final Set<String> handled = new HashSet<>();
  private final List<String> extracted = new ArrayList<>();
  private final MockMvcTester server =
      MockMvcTester.of(
          new ExtendWebhooks(WebhookVerifier.create(SECRET), this::handleOnce, extracted::add));

  @Test
  void handlesASignedDelivery() {
    assertThat(deliver(EVENT, EVENT)).hasStatus(204);

    assertThat(extracted).containsExactly("exr_1");
  }

  @Test
  void handlesAnEventOnce() {
    assertThat(deliver(EVENT, EVENT)).hasStatus(204);
    assertThat(deliver(EVENT, EVENT)).hasStatus(204);

    assertThat(extracted).containsExactly("exr_1");
  }

  @Test
  void refusesAForgedDelivery() {
    assertThat(deliver(EVENT.replace("exr_1", "exr_2"), EVENT)).hasStatus(401);

    assertThat(extracted).isEmpty();
  }

  @Test
  void aSignedDeliveryThatIsNotReadableGetsAnError() {
    assertThat(deliver("nope", "nope")).hasStatus(500);
  }

  private void handleOnce(String eventId, Runnable work) {
    if (handled.add(eventId)) {
      work.run();
    }
  }

  private MvcTestResult deliver(String body, String signed) {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    return server
        .post()
        .uri("/extend-webhooks")
        .contentType(MediaType.APPLICATION_JSON)
        .header("X-Extend-Request-Timestamp", timestamp)
        .header("X-Extend-Request-Signature", signature(timestamp, signed))
        .header("X-Extend-Api-Version", "2026-02-09")
        .content(body)
        .exchange();
  }

  private static String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(
              mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
