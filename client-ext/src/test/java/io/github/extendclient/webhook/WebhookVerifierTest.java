package io.github.extendclient.webhook;

import static io.github.extendclient.webhook.SignedRequest.NOW;
import static io.github.extendclient.webhook.SignedRequest.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.runtime.UnexpectedValueException;
import io.github.extendclient.v20260209.model.Extractor;
import io.github.extendclient.v20260209.model.ExtractorCreatedWebhookEvent;
import io.github.extendclient.webhook.WebhookException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {
  private static final String EVENT =
      "{\"eventId\":\"event_1\",\"eventType\":\"extractor.created\",\"payload\":{\"id\":\"ex_1\"}}";
  private static final String OLD_SECRET = "wss_0000000000000000000000000000old0";

  @Test
  void takesASignatureThatAnotherProgramComputed() {
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
  void takesUpperCaseHex() {
    SignedRequest request = SignedRequest.of(EVENT);
    String signature = request.header("x-extend-request-signature");

    SignedRequest upper =
        request.with("x-extend-request-signature", signature.toUpperCase(Locale.ROOT));

    assertThat(upper.verify().eventId()).isEqualTo("event_1");
  }

  @Test
  void takesSpacesAroundHeaderValues() {
    SignedRequest request = SignedRequest.of(EVENT);
    request.headers().replaceAll((name, value) -> " " + value + " ");

    assertThat(request.verify().eventId()).isEqualTo("event_1");
  }

  @Test
  void worksWithALookUpThatIgnoresCase() {
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
  void takesEachOfSeveralSecrets(String signingSecret) {
    WebhookVerifier rotating =
        Webhooks.verifier(SECRET, OLD_SECRET).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);

    WebhookDelivery delivery = SignedRequest.of(signingSecret, NOW, body).verify(rotating);

    assertThat(delivery.eventId()).isEqualTo("event_1");
  }

  @Test
  void refusesTheOldSecretOnceItIsTakenOut() {
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);

    WebhookException thrown = refusal(SignedRequest.of(OLD_SECRET, NOW, body));

    assertThat(thrown.reason()).isEqualTo(Reason.NO_SECRET_MATCHES);
  }

  @Test
  void namesTheMissingTimestamp() {
    WebhookException thrown =
        refusal(SignedRequest.of(EVENT).without("x-extend-request-timestamp"));

    assertThat(thrown.reason()).isEqualTo(Reason.MISSING_HEADER);
    assertThat(thrown)
        .hasMessage(
            "The request has no header x-extend-request-timestamp: it does not come from Extend, a"
                + " proxy drops the header, or the names are not looked up without regard to"
                + " case.");
  }

  @Test
  void namesTheMissingSignature() {
    WebhookException thrown =
        refusal(SignedRequest.of(EVENT).without("x-extend-request-signature"));

    assertThat(thrown.reason()).isEqualTo(Reason.MISSING_HEADER);
    assertThat(thrown).hasMessageStartingWith("The request has no header x-extend-request-sig");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-extend-request-timestamp", "x-extend-request-signature"})
  void aBlankHeaderIsMissing(String header) {
    WebhookException thrown = refusal(SignedRequest.of(EVENT).with(header, "  "));

    assertThat(thrown.reason()).isEqualTo(Reason.MISSING_HEADER);
  }

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
  void refusesATimestampThatIsNotUnixSeconds(String timestamp) {
    // Signed as it stands, so that only the form can be the reason.
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
    SignedRequest request =
        SignedRequest.of(EVENT)
            .with("x-extend-request-timestamp", timestamp)
            .with("x-extend-request-signature", SignedRequest.signature(SECRET, timestamp, body));

    WebhookException thrown = refusal(request);

    assertThat(thrown.reason()).isEqualTo(Reason.MALFORMED_TIMESTAMP);
    assertThat(thrown)
        .hasMessage(
            "The header x-extend-request-timestamp is \""
                + timestamp
                + "\", not Unix time in whole seconds: the request does not come from Extend, or"
                + " was changed on its way.");
  }

  @Test
  void showsAWildTimestampTamed() {
    WebhookException thrown =
        refusal(
            SignedRequest.of(EVENT)
                .with("x-extend-request-timestamp", "a\r\nb" + "c".repeat(1000)));

    assertThat(thrown).hasMessageContaining("\"a??b" + "c".repeat(96) + "…\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "v0=", "zz", "0x00"})
  void refusesASignatureThatIsNoHexNumber(String signature) {
    WebhookException thrown =
        refusal(SignedRequest.of(EVENT).with("x-extend-request-signature", signature));

    assertThat(thrown.reason()).isEqualTo(Reason.MALFORMED_SIGNATURE);
    assertThat(thrown)
        .hasMessage(
            "The header x-extend-request-signature is not a hexadecimal number of 64 digits: the"
                + " request does not come from Extend, or was changed on its way.");
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 65, 128})
  void refusesASignatureOfAnotherLength(int digits) {
    WebhookException thrown =
        refusal(SignedRequest.of(EVENT).with("x-extend-request-signature", "a".repeat(digits)));

    assertThat(thrown.reason()).isEqualTo(Reason.MALFORMED_SIGNATURE);
  }

  @Test
  void refusesABodyThatWasWrittenAnew() {
    byte[] anew = EVENT.replace(":", ": ").getBytes(StandardCharsets.UTF_8);

    WebhookException thrown = refusal(SignedRequest.of(EVENT).withBody(anew));

    assertThat(thrown.reason()).isEqualTo(Reason.NO_SECRET_MATCHES);
    assertThat(thrown)
        .hasMessage(
            "The secret does not give the signature of this delivery (81 bytes): check that the"
                + " secret is that of this endpoint, and that the body is given as received, not"
                + " read and written anew.");
    assertThat(thrown.eventId()).isNull();
    assertThat(thrown.eventType()).isNull();
  }

  @Test
  void countsSecretsThatDoNotMatch() {
    WebhookVerifier verifier =
        Webhooks.verifier(SECRET, OLD_SECRET).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    SignedRequest forged =
        SignedRequest.of("wss_other", NOW, EVENT.getBytes(StandardCharsets.UTF_8));

    WebhookException thrown =
        catchThrowableOfType(WebhookException.class, () -> forged.verify(verifier));

    assertThat(thrown)
        .hasMessageStartingWith("None of the 2 secrets gives the signature of this delivery");
  }

  @Test
  void refusesATimestampThatWasChanged() {
    SignedRequest request =
        SignedRequest.of(EVENT).with("x-extend-request-timestamp", "1707777129");

    assertThat(refusal(request).reason()).isEqualTo(Reason.NO_SECRET_MATCHES);
  }

  @Test
  void aForgedOldRequestIsForgedFirst() {
    SignedRequest forged =
        SignedRequest.of("wss_other", Instant.EPOCH, EVENT.getBytes(StandardCharsets.UTF_8));

    assertThat(refusal(forged).reason()).isEqualTo(Reason.NO_SECRET_MATCHES);
  }

  @ParameterizedTest
  @CsvSource({"-60000", "-59999", "0", "1", "299999", "300000"})
  void takesTimesWithinTheTolerance(long ageMillis) {
    WebhookVerifier verifier = SignedRequest.verifierAt(NOW.plusMillis(ageMillis));

    assertThat(SignedRequest.of(EVENT).verify(verifier).eventId()).isEqualTo("event_1");
  }

  @Test
  void refusesWhatIsAMillisecondTooOld() {
    WebhookException thrown =
        refusal(SignedRequest.of(EVENT), SignedRequest.verifierAt(NOW.plusMillis(300_001)));

    assertThat(thrown.reason()).isEqualTo(Reason.TOO_OLD);
    assertThat(thrown)
        .hasMessage(
            "The delivery was signed 300.001 s ago and at most 300 s are accepted: someone sends a"
                + " copy, or this machine's clock is ahead. Set the clock, or withToleranceBack.");
  }

  @Test
  void refusesWhatIsAMillisecondTooFarAhead() {
    WebhookException thrown =
        refusal(SignedRequest.of(EVENT), SignedRequest.verifierAt(NOW.minusMillis(60_001)));

    assertThat(thrown.reason()).isEqualTo(Reason.IN_THE_FUTURE);
    assertThat(thrown)
        .hasMessage(
            "The delivery was signed 60.001 s in the future and at most 60 s are accepted: this"
                + " machine's clock is behind. Set the clock, or withToleranceAhead.");
  }

  @ParameterizedTest
  @CsvSource({"9, true", "10, true", "11, false"})
  void toleranceBackCanBeSet(long age, boolean taken) {
    WebhookVerifier verifier =
        SignedRequest.verifierAt(NOW.plusSeconds(age)).withToleranceBack(Duration.ofSeconds(10));

    assertThat(isTaken(verifier)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"9, true", "10, true", "11, false"})
  void toleranceAheadCanBeSet(long ahead, boolean taken) {
    WebhookVerifier verifier =
        SignedRequest.verifierAt(NOW.minusSeconds(ahead))
            .withToleranceAhead(Duration.ofSeconds(10));

    assertThat(isTaken(verifier)).isEqualTo(taken);
  }

  @Test
  void zeroToleranceIsNotNoCheck() {
    WebhookVerifier exact =
        SignedRequest.verifierAt(NOW.plusSeconds(1)).withToleranceBack(Duration.ZERO);

    assertThat(refusal(SignedRequest.of(EVENT), exact).reason()).isEqualTo(Reason.TOO_OLD);
    assertThat(isTaken(SignedRequest.verifier().withToleranceBack(Duration.ZERO))).isTrue();
  }

  @Test
  void theLongestToleranceTakesTheOldest() {
    WebhookVerifier verifier =
        SignedRequest.verifier().withToleranceBack(Duration.ofSeconds(Long.MAX_VALUE));
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);

    assertThat(SignedRequest.of(SECRET, Instant.EPOCH, body).verify(verifier).eventId())
        .isEqualTo("event_1");
  }

  @Test
  void aTimestampInMillisecondsIsFarInTheFuture() {
    byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
    Instant asSeconds = Instant.ofEpochSecond(NOW.toEpochMilli());

    assertThat(refusal(SignedRequest.of(SECRET, asSeconds, body)).reason())
        .isEqualTo(Reason.IN_THE_FUTURE);
  }

  @Test
  void aNegativeToleranceIsRefused() {
    WebhookVerifier verifier = SignedRequest.verifier();

    assertThatThrownBy(() -> verifier.withToleranceBack(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The tolerance back is PT-1S: give zero or more.");
    assertThatThrownBy(() -> verifier.withToleranceAhead(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The tolerance ahead is PT-0.001S: give zero or more.");
  }

  @Test
  void settingsLeaveTheVerifierAsItWas() {
    WebhookVerifier verifier = SignedRequest.verifierAt(NOW.plusSeconds(100));
    verifier.withToleranceBack(Duration.ZERO);

    assertThat(isTaken(verifier)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "nope", "{\"eventId\":}", "{} {}", "\u0000", "{'a':1}"})
  void aSignedBodyThatIsNotJsonIsNotABadSignature(String body) {
    WebhookException thrown = refusal(SignedRequest.of(body));

    assertThat(thrown.reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(thrown.reason().isSigned()).isTrue();
  }

  @Test
  void tellsWhereJsonEnds() {
    WebhookException thrown =
        refusal(SignedRequest.of("{\"eventId\":\"event_1\",\"payload\":{\"a\":[secret]}}"));

    assertThat(thrown)
        .hasMessage("The delivery is signed, but not JSON at $.payload.a[0] (46 bytes).");
    assertThat(thrown.eventId()).isEqualTo("event_1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]|eventId",
        "1|eventId",
        "null|eventId",
        "{}|eventId",
        "{\"eventType\":\"a\",\"payload\":{}}|eventId",
        "{\"eventId\":null,\"eventType\":\"a\",\"payload\":{}}|eventId",
        "{\"eventId\":7,\"eventType\":\"a\",\"payload\":{}}|eventId",
        "{\"eventId\":\" \",\"eventType\":\"a\",\"payload\":{}}|eventId",
        "{\"eventId\":\"e\",\"payload\":{}}|eventType",
        "{\"eventId\":\"e\",\"eventType\":{},\"payload\":{}}|eventType"
      })
  void jsonThatIsNoEventSaysWhatItLacks(String body, String lacking) {
    WebhookException thrown = refusal(SignedRequest.of(body));

    assertThat(thrown.reason()).isEqualTo(Reason.NOT_AN_EVENT);
    assertThat(thrown)
        .hasMessage("The delivery is signed, but no event: it has no text in " + lacking + ".");
  }

  @Test
  void anEventWithAPropertyTwiceIsAmbiguous() {
    WebhookException thrown =
        refusal(SignedRequest.of("{\"eventId\":\"a\",\"eventType\":\"t\",\"eventId\":\"b\"}"));

    assertThat(thrown.reason()).isEqualTo(Reason.NOT_AN_EVENT);
    assertThat(thrown).hasMessage("The delivery is signed, but no event: it has eventId twice.");
  }

  @Test
  void nestingIsBounded() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    WebhookException thrown =
        refusal(
            SignedRequest.of("{\"eventId\":\"a\",\"eventType\":\"t\",\"payload\":" + deep + "}"));

    assertThat(thrown.reason()).isEqualTo(Reason.NOT_AN_EVENT);
    assertThat(thrown)
        .hasMessageStartingWith("The delivery is signed, but nested too deeply at $.payload[0]");
    assertThat(thrown.eventId()).isEqualTo("a");
    assertThat(thrown.eventType()).isEqualTo("t");
  }

  @Test
  void aPayloadWithAnUnexpectedValueIsRead() {
    String body =
        "{\"eventId\":\"event_1\",\"eventType\":\"extractor.created\","
            + "\"payload\":{\"id\":\"ex_1\",\"name\":[\"4111 1111\"]}}";

    WebhookDelivery delivery = SignedRequest.of(body).version("2026-02-09").verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            known -> {
              Extractor extractor = ((ExtractorCreatedWebhookEvent) known.event()).getPayload();
              assertThat(extractor.getId()).isEqualTo("ex_1");
              assertThatThrownBy(extractor::getName)
                  .isInstanceOf(UnexpectedValueException.class)
                  .hasMessage(
                      "Extractor.name is an array where a string is expected: update this client,"
                          + " or take the JSON from json().");
            });
  }

  @Test
  void noMessageShowsASecretOrTheRightSignature() {
    String right = SignedRequest.of(EVENT).header("x-extend-request-signature");
    SignedRequest forged = SignedRequest.of(EVENT).with("x-extend-request-signature", right);
    byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
    String expected = SignedRequest.of(other).header("x-extend-request-signature");

    WebhookException thrown = refusal(forged.withBody(other));

    assertThat(thrown.toString()).doesNotContain(SECRET, right, expected);
    assertThat(SignedRequest.verifier().toString())
        .isEqualTo(
            "WebhookVerifier{secrets=1, back=300 s, ahead=60 s, assumedApiVersion=2026-02-09}");
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
    assertThatThrownBy(Webhooks::verifier)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A webhook verifier needs a signing secret: give the one that was returned when the"
                + " endpoint was created.");
  }

  @Test
  void aBlankSecretIsNamedByItsPlace() {
    assertThatThrownBy(() -> Webhooks.verifier(SECRET, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Signing secret 2 of 2 is blank: give it as the API returned it.");
  }

  @Test
  void aSecretWithALineEndIsRefusedAndNotShown() {
    assertThatThrownBy(() -> Webhooks.verifier(SECRET + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Signing secret 1 of 1 has white space in it: a line end may have been read with it,"
                + " remove it.");
  }

  @Test
  void anUnsetVariableIsNoSecret() {
    assertThatThrownBy(() -> Webhooks.verifier(System.getenv("NO_SUCH_VARIABLE")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Signing secret 1 of 1 is null: is its environment variable set?");
  }

  private static boolean isTaken(WebhookVerifier verifier) {
    try {
      SignedRequest.of(EVENT).verify(verifier);
      return true;
    } catch (WebhookException e) {
      return false;
    }
  }

  private static WebhookException refusal(SignedRequest request) {
    return refusal(request, SignedRequest.verifier());
  }

  private static WebhookException refusal(SignedRequest request, WebhookVerifier verifier) {
    return catchThrowableOfType(WebhookException.class, () -> request.verify(verifier));
  }
}
