package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.runtime.UnexpectedValueException;
import io.github.extendclient.v20260209.model.Extractor;
import io.github.extendclient.v20260209.model.ExtractorCreatedWebhookEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed bodies that are not the JSON of an event. */
class WebhookBodyTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "nope", "{\"eventId\":}", "{} {}", "\u0000", "{'a':1}"})
  void aSignedBodyThatIsNotJsonIsNotABadSignature(String body) {
    WebhookException thrown = SignedRequest.rejection(SignedRequest.of(body));

    assertThat(thrown.reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(thrown.reason().isSigned()).isTrue();
  }

  @Test
  void theMessageSaysWhereTheJsonEnds() {
    WebhookException thrown =
        SignedRequest.rejection(
            SignedRequest.of("{\"eventId\":\"event_1\",\"payload\":{\"a\":[secret]}}"));

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
  void theMessageSaysWhatAnEventLacks(String body, String lacking) {
    WebhookException thrown = SignedRequest.rejection(SignedRequest.of(body));

    assertThat(thrown.reason()).isEqualTo(Reason.NOT_AN_EVENT);
    assertThat(thrown)
        .hasMessage("The delivery is signed, but not an event: it has no text in " + lacking + ".");
  }

  @Test
  void anEventWithAPropertyTwiceIsRejected() {
    WebhookException thrown =
        SignedRequest.rejection(
            SignedRequest.of("{\"eventId\":\"a\",\"eventType\":\"t\",\"eventId\":\"b\"}"));

    assertThat(thrown.reason()).isEqualTo(Reason.NOT_AN_EVENT);
    assertThat(thrown)
        .hasMessage("The delivery is signed, but not an event: it has eventId twice.");
  }

  @Test
  void deepNestingIsRejected() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    WebhookException thrown =
        SignedRequest.rejection(
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
}
