package io.github.extendclient.webhook;

import static io.github.extendclient.webhook.SignedRequest.EVENT;
import static io.github.extendclient.webhook.SignedRequest.NOW;
import static io.github.extendclient.webhook.SignedRequest.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How old or early a signed request may be. */
class WebhookTimestampTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "-1707777128",
        "+1707777128",
        "1707777128.0",
        "1.7e9",
        "0x65ca9ce8",
        "1707777128 1",
        "١٧٠٧٧٧٧١٢٨",
        "2024-02-12T22:32:08Z",
        "9999999999999999",
        "99999999999999999999999999"
      })
  void aTimestampThatIsNotUnixSecondsIsRejected(String timestamp) {
    // Signed as it stands, so that only the form can be the reason.
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
    SignedRequest request =
        SignedRequest.of(EVENT)
            .with("x-extend-request-timestamp", timestamp)
            .with("x-extend-request-signature", SignedRequest.signature(SECRET, timestamp, body));

    WebhookException thrown = SignedRequest.rejection(request);

    assertThat(thrown.reason()).isEqualTo(Reason.MALFORMED_TIMESTAMP);
    assertThat(thrown)
        .hasMessage(
            "The header x-extend-request-timestamp is \""
                + timestamp
                + "\", not Unix time in whole seconds: the request does not come from Extend, or"
                + " was changed on its way.");
  }

  @Test
  void aLongTimestampIsShortenedInTheMessage() {
    WebhookException thrown =
        SignedRequest.rejection(
            SignedRequest.of(EVENT)
                .with("x-extend-request-timestamp", "a\r\nb" + "c".repeat(1000)));

    assertThat(thrown).hasMessageContaining("\"a??b" + "c".repeat(96) + "…\"");
  }

  @Test
  void aChangedTimestampIsRejected() {
    SignedRequest request =
        SignedRequest.of(EVENT).with("x-extend-request-timestamp", "1707777129");

    assertThat(SignedRequest.rejection(request).reason()).isEqualTo(Reason.NO_SECRET_MATCHES);
  }

  @Test
  void theSignatureIsCheckedBeforeTheTimestamp() {
    SignedRequest forged =
        SignedRequest.of("wss_other", Instant.EPOCH, EVENT.getBytes(StandardCharsets.UTF_8));

    assertThat(SignedRequest.rejection(forged).reason()).isEqualTo(Reason.NO_SECRET_MATCHES);
  }

  @ParameterizedTest
  @CsvSource({"-60000", "-59999", "0", "1", "299999", "300000"})
  void aTimestampWithinTheToleranceIsAccepted(long ageMillis) {
    WebhookVerifier verifier = SignedRequest.verifierAt(NOW.plusMillis(ageMillis));

    assertThat(SignedRequest.of(EVENT).verify(verifier).eventId()).isEqualTo("event_1");
  }

  @Test
  void aRequestThatIsAMillisecondTooOldIsRejected() {
    WebhookException thrown =
        SignedRequest.rejection(
            SignedRequest.of(EVENT), SignedRequest.verifierAt(NOW.plusMillis(300_001)));

    assertThat(thrown.reason()).isEqualTo(Reason.TOO_OLD);
    assertThat(thrown)
        .hasMessage(
            "The delivery was signed 300.001 s ago and at most 300 s are accepted: it is a"
                + " replay, or this machine's clock is ahead. Set the clock, or raise maxAge.");
  }

  @Test
  void aRequestThatIsAMillisecondTooFarAheadIsRejected() {
    WebhookException thrown =
        SignedRequest.rejection(
            SignedRequest.of(EVENT), SignedRequest.verifierAt(NOW.minusMillis(60_001)));

    assertThat(thrown.reason()).isEqualTo(Reason.IN_THE_FUTURE);
    assertThat(thrown)
        .hasMessage(
            "The delivery was signed 60.001 s in the future and at most 60 s are accepted: this"
                + " machine's clock is behind. Set the clock, or raise maxClockSkew.");
  }

  @ParameterizedTest
  @CsvSource({"9, true", "10, true", "11, false"})
  void theMaximumAgeCanBeSet(long age, boolean taken) {
    WebhookVerifier verifier =
        SignedRequest.builderAt(NOW.plusSeconds(age)).maxAge(Duration.ofSeconds(10)).build();

    assertThat(isAccepted(verifier)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"9, true", "10, true", "11, false"})
  void theMaximumClockSkewCanBeSet(long ahead, boolean taken) {
    WebhookVerifier verifier =
        SignedRequest.builderAt(NOW.minusSeconds(ahead))
            .maxClockSkew(Duration.ofSeconds(10))
            .build();

    assertThat(isAccepted(verifier)).isEqualTo(taken);
  }

  @Test
  void aMaximumAgeOfZeroStillChecks() {
    WebhookVerifier exact =
        SignedRequest.builderAt(NOW.plusSeconds(1)).maxAge(Duration.ZERO).build();

    assertThat(SignedRequest.rejection(SignedRequest.of(EVENT), exact).reason())
        .isEqualTo(Reason.TOO_OLD);
    assertThat(isAccepted(SignedRequest.builderAt(NOW).maxAge(Duration.ZERO).build())).isTrue();
  }

  @Test
  void theLongestMaximumAgeAcceptsTheOldestRequest() {
    WebhookVerifier verifier =
        SignedRequest.builderAt(NOW).maxAge(Duration.ofSeconds(Long.MAX_VALUE)).build();
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);

    assertThat(SignedRequest.of(SECRET, Instant.EPOCH, body).verify(verifier).eventId())
        .isEqualTo("event_1");
  }

  @Test
  void aTimestampInMillisecondsIsRejected() {
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
    Instant asSeconds = Instant.ofEpochSecond(NOW.toEpochMilli());

    assertThat(SignedRequest.rejection(SignedRequest.of(SECRET, asSeconds, body)).reason())
        .isEqualTo(Reason.IN_THE_FUTURE);
  }

  @Test
  void aNegativeLimitIsRejected() {
    WebhookVerifier.Builder verifier = SignedRequest.builderAt(NOW);

    assertThatThrownBy(() -> verifier.maxAge(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The maxAge of a webhook verifier is PT-1S: give zero or more.");
    assertThatThrownBy(() -> verifier.maxClockSkew(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The maxClockSkew of a webhook verifier is PT-0.001S: give zero or more.");
  }

  private static boolean isAccepted(WebhookVerifier verifier) {
    try {
      SignedRequest.of(EVENT).verify(verifier);
      return true;
    } catch (WebhookException e) {
      return false;
    }
  }
}
