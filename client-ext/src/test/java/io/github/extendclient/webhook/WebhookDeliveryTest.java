package io.github.extendclient.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Moshi;
import io.github.extendclient.error.WebhookException;
import io.github.extendclient.error.WebhookException.Reason;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractRunProcessedWebhookEvent;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import io.github.extendclient.v20260209.model.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDeliveryTest {
  private static final String UNKNOWN =
      "{\"eventId\":\"event_1\",\"eventType\":\"oracle.spoke\",\"payload\":{\"n\":1.00,\"a\":[null,"
          + "{\"b\":\"\\u00e9\"}]},\"more\":12345678901234567890}";
  private static final String WORKFLOW =
      "{\"eventId\":\"event_1\",\"eventType\":\"workflow.created\",\"payload\":{\"id\":\"wf_1\"}}";
  private static final String SIGNED_URL =
      "{\"eventId\":\"event_1\",\"eventType\":\"extract_run.processed\",\"payload\":{\"object\":"
          + "\"signed_data_url\",\"data\":\"https://files.example.com/p.json?signature=4f1c\","
          + "\"id\":\"exr_1\",\"metadata\":{\"customer\":\"c_7\"}},\"more\":true}";

  @Test
  void anUnknownTypeKeepsItsJson() {
    WebhookDelivery delivery = SignedRequest.of(UNKNOWN).version("2026-02-09").verify();

    assertThat(delivery.eventId()).isEqualTo("event_1");
    assertThat(delivery.eventType()).isEqualTo("oracle.spoke");
    assertThat(delivery.payload())
        .isEqualTo(JsonValue.ofJson("{\"n\":1.00,\"a\":[null,{\"b\":\"\\u00e9\"}]}"));
    assertThat(delivery.json().json()).isEqualTo(UNKNOWN);
  }

  @Test
  void anUnknownTypeIsEncodedAsItCame() {
    WebhookDelivery delivery = SignedRequest.of(UNKNOWN).version("2026-02-09").verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            known -> {
              assertThat(known.event()).isInstanceOf(WebhookEvent.Unknown.class);
              assertThat(
                      new Moshi.Builder()
                          .add(new ModelJsonAdapterFactory())
                          .build()
                          .adapter(WebhookEvent.class)
                          .toJson((WebhookEvent) known.event()))
                  .isEqualTo(UNKNOWN);
            });
  }

  @Test
  void anUnknownTypeOfThePreviousVersionIsKeptToo() {
    WebhookDelivery delivery = SignedRequest.of(UNKNOWN).version("2025-04-21").verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            older ->
                assertThat(older.event())
                    .isEqualTo(
                        new io.github.extendclient.v20250421.model.WebhookEvent.Unknown(
                            JsonValue.ofJson(UNKNOWN))));
  }

  @Test
  void whiteSpaceWithinTheBodyIsKept() {
    String body = "{ \"eventId\" : \"e\",\n \"eventType\":\"t\", \"payload\" : [ 1 ] }";

    assertThat(SignedRequest.of(" " + body + "\n").verify().json().json()).isEqualTo(body);
  }

  @Test
  void anEventWithoutPayloadHasNull() {
    WebhookDelivery delivery =
        SignedRequest.of("{\"eventId\":\"e\",\"eventType\":\"oracle.spoke\"}").verify();

    assertThat(delivery.payload()).isEqualTo(JsonValue.NULL);
  }

  @Test
  void anUnknownVersionIsNotGuessed() {
    WebhookDelivery delivery = SignedRequest.of(WORKFLOW).version("2027-01-31").verify();

    assertThat(delivery).isInstanceOf(WebhookDelivery.Unrecognized.class);
    assertThat(delivery.apiVersion()).isEqualTo("2027-01-31");
    assertThat(delivery.eventId()).isEqualTo("event_1");
    assertThat(delivery.eventType()).isEqualTo("workflow.created");
    assertThat(delivery.payload()).isEqualTo(JsonValue.ofJson("{\"id\":\"wf_1\"}"));
    assertThat(delivery.json().json()).isEqualTo(WORKFLOW);
  }

  @Test
  void withoutAVersionTheTypeSelectsThePreviousOne() {
    WebhookDelivery delivery =
        SignedRequest.of(WORKFLOW.replace("workflow.", "processor.")).verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2025-04-21"));
    assertThat(delivery.apiVersion()).isNull();
  }

  @Test
  void withoutAVersionTheTypeSelectsTheCurrentOne() {
    WebhookVerifier older =
        SignedRequest.builderAt(SignedRequest.NOW).assumedApiVersion("2025-04-21").build();

    assertThat(SignedRequest.of(WORKFLOW.replace("workflow.", "extractor.")).verify(older))
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2026-02-09"));
  }

  @Test
  void aTypeOfBothVersionsIsReadByTheCurrentOne() {
    assertThat(SignedRequest.of(WORKFLOW).verify())
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2026-02-09"));
  }

  @Test
  void aTypeOfBothVersionsIsReadByTheAssumedOne() {
    WebhookVerifier older =
        SignedRequest.builderAt(SignedRequest.NOW).assumedApiVersion("2025-04-21").build();

    assertThat(SignedRequest.of(WORKFLOW).verify(older))
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2025-04-21"));
    assertThat(SignedRequest.of(UNKNOWN).verify(older))
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2025-04-21"));
  }

  @Test
  void aBlankVersionIsNone() {
    WebhookDelivery delivery = SignedRequest.of(WORKFLOW).version(" ").verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2026-02-09"));
    assertThat(delivery.apiVersion()).isNull();
  }

  @Test
  void onlyAKnownVersionCanBeAssumed() {
    WebhookVerifier.Builder verifier = SignedRequest.builderAt(SignedRequest.NOW);

    assertThatThrownBy(() -> verifier.assumedApiVersion("2024-01-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The API version \"2024-01-01\" is not one that this client reads: give one of"
                + " 2026-02-09, 2025-04-21.");
  }

  @Test
  void aSignedUrlIsRecognized() {
    WebhookDelivery delivery = SignedRequest.of(SIGNED_URL).version("2026-02-09").verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.SignedUrl.class,
            signed -> {
              assertThat(signed.url()).isEqualTo("https://files.example.com/p.json?signature=4f1c");
              assertThat(signed.resourceId()).isEqualTo("exr_1");
              assertThat(signed.metadata()).isEqualTo(Map.of("customer", JsonValue.of("c_7")));
              assertThat(signed.eventType()).isEqualTo("extract_run.processed");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-09", "2025-04-21", "2027-01-31"})
  void aSignedUrlWithoutItsMarkIsRecognizedInEachVersion(String version) {
    WebhookDelivery delivery =
        SignedRequest.of(
                "{\"eventId\":\"e\",\"eventType\":\"workflow_run.completed\","
                    + "\"payload\":{\"data\":\"https://files.example.com/p\"}}")
            .version(version)
            .verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.SignedUrl.class,
            signed -> {
              assertThat(signed.url()).isEqualTo("https://files.example.com/p");
              assertThat(signed.resourceId()).isNull();
              assertThat(signed.metadata()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":\"text\"}",
        "{\"data\":\"https://a.example\",\"status\":\"DONE\"}",
        "{\"data\":\"https://a.example\",\"object\":\"file\"}",
        "{\"data\":[\"https://a.example\"]}",
        "{\"id\":\"x\"}",
        "[\"https://a.example\"]"
      })
  void otherPayloadsAreNotSignedUrls(String payload) {
    WebhookDelivery delivery =
        SignedRequest.of(
                "{\"eventId\":\"e\",\"eventType\":\"oracle.spoke\",\"payload\":" + payload + "}")
            .verify();

    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            event -> assertThat(event.readAs()).isEqualTo("2026-02-09"));
  }

  @Test
  void aSignedUrlWithoutAUrlDoesNotFit() {
    String body = SIGNED_URL.replace("\"data\":\"", "\"date\":\"");

    WebhookException thrown =
        catchThrowableOfType(WebhookException.class, () -> SignedRequest.of(body).verify());

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_MISMATCH);
    assertThat(thrown)
        .hasMessage(
            "The payload of event event_1 of type extract_run.processed is a signed URL, but"
                + " has no text in data.");
  }

  @Test
  void aPayloadTakesThePlaceOfItsAddress() {
    WebhookDelivery whole =
        signedUrl("2026-02-09").withPayload(bytes("{\"id\":\"exr_1\",\"n\":1.00}"));

    assertThat(whole)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            known ->
                assertThat(known.event())
                    .isInstanceOfSatisfying(
                        ExtractRunProcessedWebhookEvent.class,
                        event -> assertThat(event.getPayload().getId()).isEqualTo("exr_1")));
    assertThat(whole.json().json())
        .isEqualTo(
            "{\"eventId\":\"event_1\",\"eventType\":\"extract_run.processed\",\"payload\":"
                + "{\"id\":\"exr_1\",\"n\":1.00},\"more\":true}");
    assertThat(whole.apiVersion()).isEqualTo("2026-02-09");
  }

  @Test
  void aPayloadOfAnUnknownVersionStaysJson() {
    WebhookDelivery whole = signedUrl("2027-01-31").withPayload(bytes("{\"id\":\"exr_1\"}"));

    assertThat(whole).isInstanceOf(WebhookDelivery.Unrecognized.class);
    assertThat(whole.payload()).isEqualTo(JsonValue.ofJson("{\"id\":\"exr_1\"}"));
  }

  @Test
  void aSignedUrlWithinAPayloadIsNotFetched() {
    WebhookDelivery.SignedUrl signed = signedUrl("2026-02-09");
    byte[] again = bytes("{\"object\":\"signed_data_url\",\"data\":\"https://a.example/2\"}");

    WebhookException thrown =
        catchThrowableOfType(WebhookException.class, () -> signed.withPayload(again));

    assertThat(thrown.reason()).isEqualTo(Reason.PAYLOAD_MISMATCH);
    assertThat(thrown)
        .hasMessage(
            "The signed URL of event event_1 of type extract_run.processed returned another"
                + " signed URL instead of the payload: it is not followed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"id\":", "{}{}"})
  void aPayloadThatIsNotJsonIsNamed(String payload) {
    WebhookDelivery.SignedUrl signed = signedUrl("2026-02-09");

    WebhookException thrown =
        catchThrowableOfType(WebhookException.class, () -> signed.withPayload(bytes(payload)));

    assertThat(thrown.reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(thrown)
        .hasMessageStartingWith(
            "The payload of event event_1 of type extract_run.processed is not JSON, or nested too"
                + " deeply, at $")
        .hasMessageEndingWith(" (" + payload.length() + " bytes).");
  }

  @Test
  void printingShowsNoPayloadAndNoAddress() {
    assertThat(signedUrl("2026-02-09"))
        .hasToString(
            "SignedUrl{eventId=event_1, eventType=extract_run.processed, apiVersion=2026-02-09}");
    assertThat(SignedRequest.of(WORKFLOW).verify())
        .hasToString("Event{eventId=event_1, eventType=workflow.created, apiVersion=null}");
  }

  private static WebhookDelivery.SignedUrl signedUrl(String version) {
    return (WebhookDelivery.SignedUrl) SignedRequest.of(SIGNED_URL).version(version).verify();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
