package io.github.extendclient.benchmarks.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.extendclient.benchmarks.codec.Codec;
import io.github.extendclient.benchmarks.codec.Libraries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentTest {
  private static final OpenApiInteractionValidator SPECIFICATION = specification();

  // The larger ones are more of the same, and the validator takes minutes for them.
  @ParameterizedTest
  @EnumSource(names = {"PARSE_20_KB", "EXTRACT_50_KB", "LIST_OF_100"})
  void isValidByTheSpecification(Document document) {
    for (TagPlace tags : TagPlace.values()) {
      SimpleResponse response =
          SimpleResponse.Builder.ok()
              .withContentType("application/json")
              .withBody(document.bytes(tags))
              .build();
      assertThat(
              SPECIFICATION.validateResponse(pathOf(document), Method.GET, response).getMessages())
          .extracting(ValidationReport.Message::getMessage)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameEachTime(Document document) {
    assertThat(document.make(TagPlace.FIRST)).isEqualTo(document.make(TagPlace.FIRST));
  }

  @ParameterizedTest
  @EnumSource
  void differsOnlyInTheOrderOfTags(Document document) throws IOException {
    ObjectMapper json = new ObjectMapper();
    byte[] first = document.bytes(TagPlace.FIRST);
    byte[] last = document.bytes(TagPlace.LAST);
    assertThat(last).hasSameSizeAs(first).isNotEqualTo(first);
    assertThat(json.readTree(last)).isEqualTo(json.readTree(first));
  }

  @ParameterizedTest
  @EnumSource
  void isReadWithoutLossByTheClient(Document document) throws IOException {
    Codec codec = Libraries.OURS.codecFor(document);
    Object first = codec.decode(new Buffer().write(document.bytes(TagPlace.FIRST)));
    Object last = codec.decode(new Buffer().write(document.bytes(TagPlace.LAST)));
    assertThat(last).isEqualTo(first);
  }

  @Test
  void hasExactlyTheSizeOfItsName() {
    assertThat(Document.PARSE_20_KB.bytes(TagPlace.FIRST)).hasSize(20_000);
    assertThat(Document.PARSE_500_KB.bytes(TagPlace.FIRST)).hasSize(500_000);
    assertThat(Document.PARSE_5_MB.bytes(TagPlace.FIRST)).hasSize(5_000_000);
    assertThat(Document.EXTRACT_50_KB.bytes(TagPlace.FIRST)).hasSize(50_000);
  }

  @Test
  void aWaitingRunHasExactlyTheSizeThatIsAskedFor() {
    assertThat(WaitingRun.of("PROCESSING", 1000)).hasSize(1000);
    assertThat(WaitingRun.of("PROCESSED", 100_000)).hasSize(100_000);
  }

  private static String pathOf(Document document) {
    return switch (document) {
      case PARSE_20_KB, PARSE_500_KB, PARSE_5_MB -> "/parse_runs/pr_Xj8mK2pL9nR4vT7qY5wZ";
      case EXTRACT_50_KB -> "/extract_runs/exr_Xj8mK2pL9nR4vT7qY5wZ";
      case LIST_OF_100 -> "/extract_runs";
    };
  }

  /** Blocks without details have no tag, which the validator refuses beside a discriminator. */
  private static OpenApiInteractionValidator specification() {
    String text;
    try (InputStream bundle =
        Objects.requireNonNull(
            DocumentTest.class.getResourceAsStream("/openapi/extend-2026-02-09.yaml"),
            "the bundle is not on the class path")) {
      text = new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String discriminator =
        "(?m)^      discriminator:\\R        propertyName: type\\R        mapping:\\R"
            + "(?:          .*\\R)*?          none: .*\\R";
    return OpenApiInteractionValidator.createForInlineApiSpecification(
            text.replaceFirst(discriminator, ""))
        .withBasePathOverride("/")
        .withLevelResolver(
            LevelResolver.create()
                .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                .build())
        .build();
  }
}
