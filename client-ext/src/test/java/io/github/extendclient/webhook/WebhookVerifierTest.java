package io.github.extendclient.webhook;

import static io.github.extendclient.webhook.SignedRequest.EVENT;
import static io.github.extendclient.webhook.SignedRequest.NOW;
import static io.github.extendclient.webhook.SignedRequest.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures and signing secrets. */
class WebhookVerifierTest {
  private static final String OLD_SECRET = "wss_0000000000000000000000000000old0";

  @Test
  void aSignatureThatAnotherProgramComputedIsAccepted() {
    byte[] body =
        ("{\"eventId\":\"event_Xj8mK2pL9nR4vT7qY5wZ\",\"eventType\":\"extractor.created\","
                + "\"payload\":{\"object\":\"extractor\",\"id\":\"ex_Xj8mK2pL9nR4vT7qY5wZ\","
                + "\"name\":\"Résumé\"}}")
            .getBytes(StandardCharsets.UTF_8);
    // From Python: hmac.new(secret, b"v0:1707777128:" + body, hashlib.sha256).hexdigest()
    Map<String, String> headers =
        Map.of(
            "x-extend-request-timestamp", "1707777128",
            "x-extend-request-signature",
                "d01519d8f9ed77ce1f048c8b144a45629649bedf148153e5d60f2f7620620838");

    WebhookDelivery delivery = SignedRequest.verifier().verify(headers::get, body);

    assertThat(delivery.eventId()).isEqualTo("event_Xj8mK2pL9nR4vT7qY5wZ");
  }

  @Test
  void upperCaseHexIsAccepted() {
    SignedRequest request = SignedRequest.of(EVENT);
    String signature = request.header("x-extend-request-signature");

    SignedRequest upper =
        request.with("x-extend-request-signature", signature.toUpperCase(Locale.ROOT));

    assertThat(upper.verify().eventId()).isEqualTo("event_1");
  }

  @Test
  void spacesAroundHeaderValuesAreIgnored() {
    SignedRequest request = SignedRequest.of(EVENT);
    request.headers().replaceAll((name, value) -> " " + value + " ");

    assertThat(request.verify().eventId()).isEqualTo("event_1");
  }

  @Test
  void aLookupOfHeadersMayIgnoreCase() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    SignedRequest.of(EVENT)
        .headers()
        .forEach((name, value) -> headers.put(name.toUpperCase(Locale.ROOT), value));

    WebhookDelivery delivery =
        SignedRequest.verifier().verify(headers::get, EVENT.getBytes(StandardCharsets.UTF_8));

    assertThat(delivery.eventId()).isEqualTo("event_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, OLD_SECRET})
  void eachOfSeveralSecretsIsAccepted(String signingSecret) {
    WebhookVerifier rotating =
        WebhookVerifier.builder(SECRET, OLD_SECRET).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);

    WebhookDelivery delivery = SignedRequest.of(signingSecret, NOW, body).verify(rotating);

    assertThat(delivery.eventId()).isEqualTo("event_1");
  }

  @Test
  void aRemovedSecretIsRejected() {
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);

    WebhookException thrown = SignedRequest.rejection(SignedRequest.of(OLD_SECRET, NOW, body));

    assertThat(thrown.reason()).isEqualTo(Reason.NO_SECRET_MATCHES);
  }

  @Test
  void aMissingTimestampIsNamed() {
    WebhookException thrown =
        SignedRequest.rejection(SignedRequest.of(EVENT).without("x-extend-request-timestamp"));

    assertThat(thrown.reason()).isEqualTo(Reason.MISSING_HEADER);
    assertThat(thrown)
        .hasMessage(
            "The request has no header x-extend-request-timestamp: it does not come from Extend, a"
                + " proxy drops the header, or the names are not looked up without regard to"
                + " case.");
  }

  @Test
  void aMissingSignatureIsNamed() {
    WebhookException thrown =
        SignedRequest.rejection(SignedRequest.of(EVENT).without("x-extend-request-signature"));

    assertThat(thrown.reason()).isEqualTo(Reason.MISSING_HEADER);
    assertThat(thrown).hasMessageStartingWith("The request has no header x-extend-request-sig");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-extend-request-timestamp", "x-extend-request-signature"})
  void aBlankHeaderIsMissing(String header) {
    WebhookException thrown = SignedRequest.rejection(SignedRequest.of(EVENT).with(header, "  "));

    assertThat(thrown.reason()).isEqualTo(Reason.MISSING_HEADER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "v0=", "zz", "0x00"})
  void aSignatureThatIsNotHexIsRejected(String signature) {
    WebhookException thrown =
        SignedRequest.rejection(
            SignedRequest.of(EVENT).with("x-extend-request-signature", signature));

    assertThat(thrown.reason()).isEqualTo(Reason.MALFORMED_SIGNATURE);
    assertThat(thrown)
        .hasMessage(
            "The header x-extend-request-signature is not a hexadecimal number of 64 digits: the"
                + " request does not come from Extend, or was changed on its way.");
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 65, 128})
  void aSignatureOfAnotherLengthIsRejected(int digits) {
    WebhookException thrown =
        SignedRequest.rejection(
            SignedRequest.of(EVENT).with("x-extend-request-signature", "a".repeat(digits)));

    assertThat(thrown.reason()).isEqualTo(Reason.MALFORMED_SIGNATURE);
  }

  @Test
  void aBodyThatWasParsedAndWrittenAgainIsRejected() {
    byte[] anew = EVENT.replace(":", ": ").getBytes(StandardCharsets.UTF_8);

    WebhookException thrown = SignedRequest.rejection(SignedRequest.of(EVENT).withBody(anew));

    assertThat(thrown.reason()).isEqualTo(Reason.NO_SECRET_MATCHES);
    assertThat(thrown)
        .hasMessage(
            "The secret does not match the signature of this delivery (81 bytes): check that the"
                + " secret is that of this endpoint, and that the body is the"
                + " received bytes, not parsed and written again.");
    assertThat(thrown.eventId()).isNull();
    assertThat(thrown.eventType()).isNull();
  }

  @Test
  void theMessageSaysHowManySecretsWereTried() {
    WebhookVerifier verifier =
        WebhookVerifier.builder(SECRET, OLD_SECRET).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    SignedRequest forged =
        SignedRequest.of("wss_other", NOW, EVENT.getBytes(StandardCharsets.UTF_8));

    WebhookException thrown =
        catchThrowableOfType(WebhookException.class, () -> forged.verify(verifier));

    assertThat(thrown)
        .hasMessageStartingWith("None of the 2 secrets matches the signature of this delivery");
  }

  @Test
  void noMessageShowsASecretOrTheRightSignature() {
    String right = SignedRequest.of(EVENT).header("x-extend-request-signature");
    SignedRequest forged = SignedRequest.of(EVENT).with("x-extend-request-signature", right);
    byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
    String expected = SignedRequest.of(other).header("x-extend-request-signature");

    WebhookException thrown = SignedRequest.rejection(forged.withBody(other));

    assertThat(thrown.toString()).doesNotContain(SECRET, right, expected);
    assertThat(SignedRequest.verifier().toString())
        .isEqualTo(
            "WebhookVerifier{secrets=1, maxAge=300 s, maxClockSkew=60 s, assumedApiVersion=2026-02-09}");
  }

  @Test
  void onlyReasonsAfterTheSignatureAreSigned() {
    assertThat(Reason.values())
        .filteredOn(reason -> !reason.isSigned())
        .containsExactly(
            Reason.MISSING_HEADER,
            Reason.MALFORMED_TIMESTAMP,
            Reason.MALFORMED_SIGNATURE,
            Reason.NO_SECRET_MATCHES);
  }

  @Test
  void aVerifierNeedsASecret() {
    assertThatThrownBy(WebhookVerifier::create)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A webhook verifier needs a signing secret: give the one that was returned when the"
                + " endpoint was created.");
  }

  @Test
  void aBlankSecretIsNamedByItsPosition() {
    assertThatThrownBy(() -> WebhookVerifier.create(SECRET, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Signing secret 2 of 2 is blank: give it as the API returned it.");
  }

  @Test
  void aSecretWithALineEndIsRejectedAndNotShown() {
    assertThatThrownBy(() -> WebhookVerifier.create(SECRET + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Signing secret 1 of 1 has white space in it: a line end may have been read with it,"
                + " remove it.");
  }

  @Test
  void aSecretThatIsNullIsRejected() {
    assertThatThrownBy(() -> WebhookVerifier.create(System.getenv("NO_SUCH_VARIABLE")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Signing secret 1 of 1 is null: is its environment variable set?");
  }
}
