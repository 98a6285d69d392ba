package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mutated deliveries, the same in every run: only our exception is thrown for them. */
class WebhookFuzzTest {
  private static final long SEED = 20_261_121;

  private static final List<String> EVENTS =
      List.of(
          "{\"eventId\":\"event_1\",\"eventType\":\"extract_run.processed\",\"payload\":{\"object\":"
              + "\"extract_run\",\"id\":\"exr_1\",\"status\":\"PROCESSED\",\"output\":{\"value\":{"
              + "\"total\":12.50,\"lines\":[{\"n\":1},null,true]},\"metadata\":{}},\"file\":null,"
              + "\"createdAt\":\"2026-03-01T10:00:00Z\"}}",
          "{\"payload\":{\"object\":\"workflow_run\",\"id\":\"workflow_run_1\",\"stepRuns\":[{"
              + "\"object\":\"workflow_step_run\",\"stepType\":\"PARSE\",\"id\":\"s\"}]},"
              + "\"eventType\":\"workflow_run.completed\",\"eventId\":\"event_2\"}",
          "{\"eventId\":\"event_3\",\"eventType\":\"processor_run.failed\",\"payload\":{\"object\":"
              + "\"document_processor_run\",\"id\":\"dpr_1\",\"mergedProcessors\":[],\"usage\":{"
              + "\"credits\":1e3}}}",
          "{\"eventId\":\"event_4\",\"eventType\":\"oracle.spoke\",\"payload\":[1.00,\"\\u00e9\"]}",
          "{\"eventId\":\"event_5\",\"eventType\":\"parse_run.processed\",\"payload\":{\"object\":"
              + "\"signed_data_url\",\"data\":\"https://files.example.com/p?s=1\",\"id\":\"pr_1\","
              + "\"metadata\":{\"a\":{\"b\":[]}}}}");

  private static final List<@Nullable String> VERSIONS =
      Arrays.asList("2026-02-09", "2025-04-21", "2027-01-31", "\u0000", null);

  private static final List<String> TOKENS =
      List.of(
          "null",
          "true",
          "1e999",
          "-",
          "0x1",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "\\",
          "\\u12",
          ",",
          ":",
          "[[[[[[[[",
          "\ufeff",
          "/*",
          "eventId",
          "payload",
          "\"object\":\"signed_data_url\"",
          "99999999999999999999",
          "\"\\ud800\"");

  @Test
  void signedBodiesOfAnyFormAreReadOrRefused() {
    Random random = new Random(SEED);
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    int taken = 0;
    for (int i = 0; i < 8000; i++) {
      byte[] body = mutate(random, pick(random, EVENTS).getBytes(StandardCharsets.UTF_8));
      SignedRequest request = SignedRequest.of(body);
      String version = VERSIONS.get(random.nextInt(VERSIONS.size()));
      try {
        use(random, (version == null ? request : request.version(version)).verify());
        taken++;
      } catch (WebhookException e) {
        assertThat(e.reason().isSigned()).isTrue();
        reasons.merge(e.reason(), 1, Integer::sum);
      } catch (RuntimeException | StackOverflowError e) {
        fail("Version " + version + ": " + new String(body, StandardCharsets.UTF_8), e);
      }
    }

    // The mutations are worth something only if they reach all the ways out.
    assertThat(taken).isGreaterThan(500);
    assertThat(reasons.keySet())
        .containsExactlyInAnyOrder(Reason.NOT_JSON, Reason.NOT_AN_EVENT, Reason.PAYLOAD_MISMATCH);
  }

  @Test
  void unsignedBodiesAreNeverRead() {
    Random random = new Random(SEED);
    WebhookVerifier verifier = SignedRequest.verifier();
    for (int i = 0; i < 2000; i++) {
      byte[] original = pick(random, EVENTS).getBytes(StandardCharsets.UTF_8);
      byte[] mutated = mutate(random, original);
      if (!Arrays.equals(original, mutated)) {
        assertThat(reasonOf(verifier, SignedRequest.of(original).withBody(mutated)))
            .isEqualTo(Reason.NO_SECRET_MATCHES);
      }
    }
  }

  @Test
  void mutatedHeadersAreRefused() {
    Random random = new Random(SEED);
    WebhookVerifier verifier = SignedRequest.verifier();
    for (int i = 0; i < 2000; i++) {
      SignedRequest request = SignedRequest.of(pick(random, EVENTS));
      String name =
          random.nextBoolean() ? "x-extend-request-timestamp" : "x-extend-request-signature";
      byte[] value = request.header(name).getBytes(StandardCharsets.UTF_8);
      String mutated = new String(mutate(random, value), StandardCharsets.UTF_8);
      if (!mutated.strip().equalsIgnoreCase(request.header(name))) {
        assertThat(reasonOf(verifier, request.with(name, mutated)))
            .isIn(
                Reason.MISSING_HEADER,
                Reason.MALFORMED_TIMESTAMP,
                Reason.MALFORMED_SIGNATURE,
                Reason.NO_SECRET_MATCHES);
      }
    }
  }

  private static @Nullable Reason reasonOf(WebhookVerifier verifier, SignedRequest request) {
    try {
      request.verify(verifier);
      return null;
    } catch (WebhookException e) {
      return e.reason();
    }
  }

  /** What a program does with a delivery. */
  private static void use(Random random, WebhookDelivery delivery) {
    assertThat(delivery.eventId()).isNotBlank();
    assertThat(delivery.eventType()).isNotBlank();
    assertThat(delivery.toString()).isNotEmpty();
    assertThat(delivery.json().toPlain()).isNotNull();
    delivery.payload().toPlain();
    if (delivery instanceof WebhookDelivery.SignedUrl signed) {
      signed.metadata();
      byte[] payload = mutate(random, "{\"id\":\"pr_1\",\"status\":[]}".getBytes());
      use(random, signed.withPayload(payload));
    }
  }

  private static byte[] mutate(Random random, byte[] original) {
    byte[] bytes = original;
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = mutateOnce(random, bytes);
    }
    return bytes;
  }

  private static byte[] mutateOnce(Random random, byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(8));
    return switch (random.nextInt(6)) {
      case 0 -> splice(bytes, from, to, new byte[0]);
      case 1 -> splice(bytes, from, from, pick(random, TOKENS).getBytes(StandardCharsets.UTF_8));
      case 2 -> splice(bytes, from, to, pick(random, TOKENS).getBytes(StandardCharsets.UTF_8));
      case 3 -> splice(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
      case 4 -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, from) : bytes;
      default -> splice(bytes, from, Math.min(bytes.length, from + 1), randomByte(random));
    };
  }

  private static byte[] randomByte(Random random) {
    return new byte[] {(byte) random.nextInt(256)};
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(middle);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
