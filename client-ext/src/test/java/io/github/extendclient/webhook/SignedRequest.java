package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.WebhookException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A request as Extend sends it, signed without any code of the client. */
record SignedRequest(Map<String, String> headers, byte[] body) {
  static final String SECRET = "wss_Av9uT3mKpQ7xL2nR8sYc4bWd6fHj1gZe";
  static final String EVENT =
      "{\"eventId\":\"event_1\",\"eventType\":\"extractor.created\",\"payload\":{\"id\":\"ex_1\"}}";
  static final Instant NOW = Instant.ofEpochSecond(1_707_777_128);

  static SignedRequest of(String body) {
    return of(body.getBytes(StandardCharsets.UTF_8));
  }

  static SignedRequest of(byte[] body) {
    return of(SECRET, NOW, body);
  }

  static SignedRequest of(String secret, Instant time, byte[] body) {
    String timestamp = Long.toString(time.getEpochSecond());
    return new SignedRequest(Map.of(), body)
        .with("x-extend-request-timestamp", timestamp)
        .with("x-extend-request-signature", signature(secret, timestamp, body));
  }

  static WebhookVerifier verifier() {
    return verifierAt(NOW);
  }

  static WebhookVerifier verifierAt(Instant now) {
    return builderAt(now).build();
  }

  static WebhookVerifier.Builder builderAt(Instant now) {
    return WebhookVerifier.builder(SECRET).clock(Clock.fixed(now, ZoneOffset.UTC));
  }

  static String signature(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return String.format("%064x", new BigInteger(1, mac.doFinal(body)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  SignedRequest with(String header, String value) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put(header, value);
    return new SignedRequest(changed, body);
  }

  SignedRequest without(String header) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.remove(header);
    return new SignedRequest(changed, body);
  }

  SignedRequest withBody(byte[] other) {
    return new SignedRequest(headers, other);
  }

  SignedRequest version(String apiVersion) {
    return with("x-extend-api-version", apiVersion);
  }

  String header(String name) {
    @Nullable String value = headers.get(name);
    if (value == null) {
      throw new AssertionError("No header " + name);
    }
    return value;
  }

  WebhookDelivery verify() {
    return verify(verifier());
  }

  WebhookDelivery verify(WebhookVerifier verifier) {
    return verifier.verify(headers::get, body);
  }

  /** What a verifier throws for a request. */
  static WebhookException rejection(SignedRequest request) {
    return rejection(request, verifier());
  }

  static WebhookException rejection(SignedRequest request, WebhookVerifier verifier) {
    return catchThrowableOfType(WebhookException.class, () -> request.verify(verifier));
  }
}
