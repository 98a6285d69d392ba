package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonDataException;
import io.github.extendclient.error.WebhookException;
import io.github.extendclient.runtime.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Any delivery is read, or refused with our exception. The first line of an input is a header, the
 * rest is the body.
 */
class WebhookFuzz {
  @FuzzTest(maxDuration = "5s")
  void anyDeliveryIsReadOrRefused(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    String header = new String(input, 0, end, StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);

    signed(header, body);
    unsigned(header, body);
  }

  private static void signed(String version, byte[] body) {
    try {
      use(SignedRequest.of(body).version(version).verify(), body);
    } catch (WebhookException e) {
      assertThat(e.reason().isSigned()).isTrue();
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void unsigned(String header, byte[] body) {
    WebhookVerifier verifier = SignedRequest.verifier();
    assertThatThrownBy(
            () -> verifier.verify(Map.of("x-extend-request-timestamp", header)::get, body))
        .isInstanceOf(WebhookException.class);
    SignedRequest forged = SignedRequest.of(body).with("x-extend-request-signature", header);
    assertThatThrownBy(forged::verify).isInstanceOf(WebhookException.class);
  }

  /** What a program does with a delivery. */
  private static void use(WebhookDelivery delivery, byte[] body) {
    assertThat(delivery.eventId()).isNotBlank();
    assertThat(delivery.eventType()).isNotBlank();
    assertThat(delivery.toString()).isNotEmpty();
    walk(delivery.json());
    walk(delivery.payload());
    if (delivery instanceof WebhookDelivery.SignedUrl signed) {
      signed.metadata();
      // As if the signed URL had returned the same bytes.
      use(signed.withPayload(body), body);
    }
  }

  private static void walk(JsonValue json) {
    try {
      json.toPlain();
    } catch (JsonDataException e) {
      assertThat(e).hasMessageEndingWith("take its text, with asString().");
    }
  }
}
