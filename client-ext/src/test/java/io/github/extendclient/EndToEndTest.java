package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.AuthenticationException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.contract.OpenApiValidation;
import io.github.extendclient.v20250421.model.FileInput;
import io.github.extendclient.v20250421.model.ParserRun;
import io.github.extendclient.v20250421.model.ParserRunCreateRequest;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.RunStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The client with the embedded server; every request and response is validated by the
 * specification.
 */
class EndToEndTest {
  private static final String TEXT = "Invoice number: INV-7\n\nCustomer: Bramble & Finch\n";
  private static final Poller POLLER =
      Poller.builder()
          .timeout(Duration.ofSeconds(30))
          .interval(Duration.ofMillis(20))
          .maxInterval(Duration.ofMillis(20))
          .build();

  private final OpenApiValidation validation = new OpenApiValidation();
  private ExtendServer server;
  private ExtendClient extend;

  @BeforeEach
  void start() {
    server =
        ExtendServer.builder()
            .pendingTime(Duration.ofMillis(10))
            .processingTime(Duration.ofMillis(10))
            .start();
    extend = client(server.apiKey());
  }

  @AfterEach
  void requestsAndResponsesFollowTheSpecification() {
    extend.close();
    server.close();
    validation.assertNone();
  }

  private ExtendClient client(String key) {
    return ExtendClient.builder()
        .apiKey(key)
        .baseUrl(server.url().toString())
        .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(validation).build())
        .build();
  }

  private File upload() {
    return extend.files().upload(Upload.of("invoice.txt", TEXT.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void parsesAnUploadedDocument() {
    ParseRun run =
        extend
            .parseRuns()
            .createAndPoll(
                ParseRunCreateRequest.builder()
                    .file(FileFromId.builder().id(upload().getId()).build())
                    .build(),
                POLLER);

    assertThat(run.getStatus()).isEqualTo(RunStatus.PROCESSED);
    assertThat(run.getOutput()).isNotNull();
    assertThat(run.getOutput().getChunks().get(0).getContent()).contains("Invoice number: INV-7");
  }

  @Test
  void parsesWithoutBlocking() {
    String file = upload().getId();

    ParseRun run =
        extend
            .parseRuns()
            .createAndPollAsync(
                ParseRunCreateRequest.builder().file(FileFromId.builder().id(file).build()).build(),
                POLLER)
            .join();

    assertThat(run.getStatus()).isEqualTo(RunStatus.PROCESSED);
  }

  @Test
  void extractsTheFieldsOfASchema() {
    ExtractRun run = extract(upload());

    assertThat(run.getOutput())
        .isInstanceOfSatisfying(
            ExtractOutputJson.class,
            output ->
                assertThat(output.getValue())
                    .isEqualTo(Map.of("invoice_number", JsonValue.of("INV-7"))));
  }

  @Test
  void deletesAnExtractRunOnceAndForAll() {
    String id = extract(upload()).getId();

    assertThat(extend.extractRuns().delete(id).getId()).isEqualTo(id);
    assertThatThrownBy(() -> extend.extractRuns().delete(id)).isInstanceOf(NotFoundException.class);
  }

  @Test
  @SuppressWarnings("deprecation")
  void deletesAnExtractRunAsAProcessorRun() {
    String id = extract(upload()).getId();

    assertThat(extend.processorRuns().delete(id).getDocumentProcessorRunId()).isEqualTo(id);
    assertThat(server.count("DELETE /processor_runs/{id}")).isEqualTo(1);
  }

  @Test
  void parsesAndDeletesWithThePreviousVersion() {
    ParserRunCreateRequest request =
        ParserRunCreateRequest.builder()
            .file(FileInput.builder().fileId(upload().getId()).build())
            .build();

    ParserRun run =
        (ParserRun) extend.v20250421().parserRuns().createAndPoll(request, POLLER).getParserRun();

    assertThat(run.getChunks().get(0).getContent()).contains("Customer: Bramble & Finch");
    assertThat(extend.v20250421().parserRuns().delete(run.getId()).getParserRunId())
        .isEqualTo(run.getId());
  }

  @Test
  void readsAndDeletesAFile() {
    File file = upload();

    assertThat(extend.files().retrieve(file.getId()).getName()).isEqualTo("invoice.txt");
    assertThat(extend.files().delete(file.getId()).getId()).isEqualTo(file.getId());
  }

  @Test
  void isRefusedWithAWrongKey() {
    try (ExtendClient stranger = client("sk_of_somebody_else")) {
      assertThatThrownBy(() -> stranger.files().delete("file_xK9mLPqRtN3vS8wF5hB2cQ"))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageNotContaining("sk_of_somebody_else");
    }
  }

  private ExtractRun extract(File file) {
    Map<String, JsonValue> schema =
        JsonValue.ofJson(
                """
                {"type":"object","properties":{"invoice_number":{"type":["string","null"],
                "description":"Invoice number"}},"required":["invoice_number"],
                "additionalProperties":false}\
                """)
            .asObject();
    return extend
        .extractRuns()
        .createAndPoll(
            ExtractRunCreateRequest.builder()
                .file(FileFromId.builder().id(file.getId()).build())
                .config(ExtractConfigJson.builder().schema(schema).build())
                .build(),
            POLLER);
  }
}
