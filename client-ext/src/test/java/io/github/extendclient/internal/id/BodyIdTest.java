package io.github.extendclient.internal.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Moshi;
import io.github.extendclient.CallOptions;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.v20250421.model.ProcessorType;
import io.github.extendclient.v20260209.model.EvaluationSetItemCreateRequest;
import io.github.extendclient.v20260209.model.EvaluationSetItemInput;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.ExtractorReference;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.FileFromUrl;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.ProvidedProcessorOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** IDs in the bodies of requests, on the generated models. */
class BodyIdTest extends MockServerFixture {
  private static final String NOTHING_SENT = " Nothing was sent.";

  private ExtendClient extend = to("http://localhost");

  private static ExtendClient to(String url) {
    return ExtendClient.builder().apiKey("sk_1").baseUrl(url).build();
  }

  @BeforeEach
  void connect() {
    extend = to(server.url("/").toString());
  }

  @AfterEach
  void close() {
    extend.close();
  }

  private ExtendClient under(IdPolicy policy) {
    return extend.withOptions(CallOptions.builder().idPolicy(policy).build());
  }

  private static ExtractRunCreateRequest extraction(String extractorId, String fileId) {
    return ExtractRunCreateRequest.builder()
        .extractor(ExtractorReference.builder().id(extractorId).build())
        .file(FileFromId.builder().id(fileId).build())
        .build();
  }

  private static EvaluationSetItemInput.Builder item() {
    return EvaluationSetItemInput.builder()
        .expectedOutput(new ProvidedProcessorOutput.Unknown(JsonValue.of(Map.of())));
  }

  private void enqueueRun() {
    enqueue(new MockResponse.Builder().body("{\"id\":\"exr_1\"}").build());
  }

  @Test
  void anIdThatBelongsElsewhereInTheSameBodyIsSentThere() {
    IdPrefixException failure =
        catchThrowableOfType(
            IdPrefixException.class, () -> extend.extractRuns().create(extraction("ex_1", "ex_2")));

    assertThat(failure.parameter()).isEqualTo("file.id");
    assertThat(failure.prefixes()).containsExactly("file_");
    assertThat(failure)
        .hasMessage(
            "The file.id \"ex_2\" belongs to another resource. IDs here start with file_. IDs that"
                + " start with ex_ go to extractor.id of this body."
                + NOTHING_SENT);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anIdThatHasNoPlaceInTheBodyIsNamedByItsRead() {
    assertThatThrownBy(() -> extend.extractRuns().create(extraction("pr_1", "file_1")))
        .hasMessage(
            "The extractor.id \"pr_1\" belongs to another resource. IDs here start with ex_. IDs"
                + " that start with pr_ go to extend.parseRuns().retrieve."
                + NOTHING_SENT);
  }

  @Test
  void elementsOfListsAreChecked() {
    EvaluationSetItemCreateRequest body =
        EvaluationSetItemCreateRequest.builder()
            .items(
                List.of(
                    item().fileId("file_1").build(),
                    item().fileIds(List.of("file_1", "new_2")).build()))
            .build();

    assertThatThrownBy(() -> extend.evaluationSetItems().create("ev_1", body))
        .hasMessage(
            "The items[1].fileIds[1] \"new_2\" does not start with a known prefix. IDs here start"
                + " with file_. If the API has changed its prefixes, set"
                + " idPolicy(IdPolicy.LENIENT)."
                + NOTHING_SENT);
  }

  @Test
  void theFutureFormFailsInTheFuture() {
    assertThatThrownBy(extend.extractRuns().createAsync(extraction("ex_1", ".."))::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(IdPrefixException.class)
        .hasMessage(
            "The file.id \"..\" has characters that no ID has: only letters, digits, _ and - are"
                + " possible. IDs here start with file_."
                + NOTHING_SENT);
  }

  @ParameterizedTest
  @EnumSource
  void idsThatFitAreSentUnderEveryPolicy(IdPolicy policy) {
    enqueueRun();

    ExtractRun run = under(policy).extractRuns().create(extraction("ex_1", "file_1"));

    assertThat(run.getId()).isEqualTo("exr_1");
    assertThat(takeRequest().getBody().utf8())
        .isEqualTo("{\"extractor\":{\"id\":\"ex_1\"},\"file\":{\"id\":\"file_1\"}}");
  }

  @Test
  void lenientSendsAnUnknownPrefixAndRefusesAnotherResources() {
    enqueueRun();

    under(IdPolicy.LENIENT).extractRuns().create(extraction("ex_1", "new_1"));

    assertThatThrownBy(
            () -> under(IdPolicy.LENIENT).extractRuns().create(extraction("ex_1", "exr_1")))
        .isInstanceOf(IdPrefixException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void offSendsAnotherResourcesIdAndRefusesImpossibleOnes() {
    enqueueRun();

    under(IdPolicy.OFF).extractRuns().create(extraction("file_1", "ex_1"));

    assertThatThrownBy(() -> under(IdPolicy.OFF).extractRuns().create(extraction("", "ex_1")))
        .hasMessage("The extractor.id \"\" is blank. IDs here start with ex_." + NOTHING_SENT);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aMissingIdIsForTheServerToRefuse() throws IOException {
    ExtractRunCreateRequest body =
        new Moshi.Builder()
            .add(new ModelJsonAdapterFactory())
            .build()
            .adapter(ExtractRunCreateRequest.class)
            .fromJson("{\"extractor\":{}}");
    enqueueRun();

    extend.extractRuns().create(body);

    assertThat(takeRequest().getBody().utf8()).isEqualTo("{\"extractor\":{}}");
  }

  @Test
  void idsInFreeFormDataAreNotChecked() {
    enqueueRun();

    extend
        .parseRuns()
        .create(
            ParseRunCreateRequest.builder()
                .file(FileFromUrl.builder().url("https://a.example/..").build())
                .metadata(Map.of("id", JsonValue.of("../x")))
                .build());

    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void thePreviousVersionIsCheckedToo() {
    io.github.extendclient.v20250421.model.ProcessorCreateRequest body =
        io.github.extendclient.v20250421.model.ProcessorCreateRequest.builder()
            .name("a")
            .type(ProcessorType.EXTRACT)
            .cloneProcessorId("exr_1")
            .build();

    assertThatThrownBy(() -> extend.v20250421().processors().create(body))
        .hasMessageStartingWith("The cloneProcessorId \"exr_1\" belongs to another resource.");
  }

  @Test
  void typesThatCannotHoldIdsAreKnown() {
    BodyIds ids = new BodyIds();

    assertThat(ids.mayBeIn(ParseConfig.class)).isFalse();
    assertThat(ids.mayBeIn(FileFromUrl.class)).isFalse();
    assertThat(ids.mayBeIn(ExtractRunCreateRequest.class)).isTrue();
    assertThat(ids.mayBeIn(EvaluationSetItemCreateRequest.class)).isTrue();
  }
}
