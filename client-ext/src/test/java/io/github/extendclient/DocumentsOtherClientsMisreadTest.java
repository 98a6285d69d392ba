package io.github.extendclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.extendclient.error.DecodingException;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.WebhookException;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.api.ExtractRunsApi;
import io.github.extendclient.v20260209.api.FilesApi;
import io.github.extendclient.v20260209.model.Block;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.TableCellDetails;
import io.github.extendclient.v20260209.model.WebhookEvent;
import io.github.extendclient.webhook.WebhookDelivery;
import io.github.extendclient.webhook.WebhookVerifier;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** What other clients of this API were seen to do wrong with documents, IDs and webhooks. */
class DocumentsOtherClientsMisreadTest extends ClientFixture {
  private static final String SECRET = "wss_secret";

  private static MockResponse json(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static <T> JsonAdapter<T> adapter(Class<T> type) {
    return new Moshi.Builder().add(new ModelJsonAdapterFactory()).build().adapter(type);
  }

  @Test
  void aMemberOfAUnionIsReadAsWhatItIsAndWrittenBackWithOneType() throws IOException {
    String block =
        "{\"id\":\"b1\",\"type\":\"table_cell\",\"content\":\"7\",\"details\":"
            + "{\"type\":\"table_cell_details\",\"rowIndex\":3,\"columnIndex\":4}}";
    JsonAdapter<Block> blocks = adapter(Block.class);

    Block read = blocks.fromJson(block);

    assertThat(read.getDetails())
        .isInstanceOfSatisfying(
            TableCellDetails.class, cell -> assertThat(cell.getColumnIndex()).isEqualTo(4));
    assertThat(blocks.toJson(read)).isEqualTo(block);
  }

  @Test
  void aNullWhereTheApiAllowsItDoesNotFailAPage() {
    enqueue(
        json(
            "{\"object\":\"list\",\"data\":[{\"id\":\"exr_1\",\"file\":null},"
                + "{\"id\":\"exr_2\",\"file\":{\"id\":\"file_1\"}}]}"));

    var runs = extend.extractRuns().list(ExtractRunsApi.ListParams.builder().build()).getData();

    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).getFile()).isNull();
    assertThat(runs.get(1).getFile().getId()).isEqualTo("file_1");
  }

  @Test
  void anUndecodableBodyIsNamed() {
    enqueue(json("{\"id\":\"pr_1\",\"status\":}"), json("{}"));

    assertThat(catchThrowable(() -> extend.parseRuns().retrieve("pr_1")))
        .isInstanceOfSatisfying(
            DecodingException.class, e -> assertThat(e.jsonPath()).isEqualTo("$.status"));
    ParseRun empty = extend.parseRuns().retrieve("pr_1");
    assertThatThrownBy(empty::getId).hasMessageContaining("ParseRun").hasMessageContaining("id");
    assertThatThrownBy(() -> verify("{\"eventId\":"))
        .isInstanceOfSatisfying(
            WebhookException.class,
            e -> assertThat(e.reason()).isEqualTo(WebhookException.Reason.NOT_JSON));
  }

  @Test
  void anUnknownWebhookKeepsItsPayload() {
    String event =
        "{\"eventId\":\"evt_1\",\"eventType\":\"comet.sighted\",\"payload\":{\"tail\":\"long\"}}";

    WebhookDelivery delivery = verify(event);

    assertThat(delivery.eventType()).isEqualTo("comet.sighted");
    assertThat(delivery.payload().json()).isEqualTo("{\"tail\":\"long\"}");
    assertThat(delivery)
        .isInstanceOfSatisfying(
            WebhookDelivery.Event.class,
            known -> assertThat(known.event()).isInstanceOf(WebhookEvent.Unknown.class));
  }

  private static WebhookDelivery verify(String body) {
    try {
      String timestamp = String.valueOf(Instant.now().getEpochSecond());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(UTF_8));
      Map<String, String> headers =
          Map.of(
              "x-extend-request-timestamp",
              timestamp,
              "x-extend-request-signature",
              String.format("%064x", new BigInteger(1, hash)),
              "x-extend-api-version",
              "2026-02-09");
      return WebhookVerifier.create(SECRET).verify(headers::get, body.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noIdLeadsToAnotherPath() {
    for (String id : List.of("..", ".", "", " ", "pr_1/..", "%2e%2e")) {
      assertThat(catchThrowable(() -> extend.parseRuns().delete(id)))
          .isInstanceOf(IdPrefixException.class);
      assertThat(catchThrowable(() -> extend.parseRuns().cancel(id)))
          .isInstanceOf(IdPrefixException.class);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void thePasswordOfAnUploadIsSentWithoutQuotes() {
    enqueue(json("{\"id\":\"file_1\"}"));

    extend
        .files()
        .upload(
            Upload.of("a.pdf", new byte[] {1}),
            FilesApi.UploadParams.builder().password("pass word").build());

    assertThat(takeRequest().getBody().utf8())
        .containsPattern("name=\"password\"\r\n(Content-[^\r\n]+\r\n)*\r\npass word\r\n");
  }
}
