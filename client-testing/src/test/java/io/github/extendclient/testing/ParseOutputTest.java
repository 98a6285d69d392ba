package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The output of a run over a PDF: chunks, blocks and tables. */
final class ParseOutputTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void aPdfGivesAChunkForEachPage() {
    TestClient.Response run = parsePdf("{}");

    assertThat(run.text("output.chunks[0].content"))
        .isEqualTo(
            """
            # Invoice

            Invoice number: INV-2026-0042
            Invoice date: March 3, 2026
            Paid: yes

            Thank you for your order. Below is what we delivered to you in
            February, at the prices that we agreed upon.

            | Description | Quantity | Unit price |
            | --- | --- | --- |
            | Blue paint | 3 | 12.50 |
            | Brush, wide | 2 | 4.25 |
            | Ladder | 1 | 89.00 |

            Total amount: $135.00""");
    assertThat(run.text("output.chunks[1].content"))
        .isEqualTo("## Terms\n\nPayment is due within thirty days of the date of the invoice.");
    assertThat(run.at("output.chunks[1].metadata.pageRange"))
        .isEqualTo(Map.of("start", 2L, "end", 2L));
    assertThat(run.at("metrics")).isEqualTo(Map.of("processingTimeMs", 500L, "pageCount", 2L));
  }

  @Test
  void blocksHaveTheTypeOfTheirContent() {
    TestClient.Response run = parsePdf("{}");

    List<?> blocks = (List<?>) run.at("output.chunks[0].blocks");
    assertThat(blocks)
        .extracting(block -> ((Map<?, ?>) block).get("type"))
        .isEqualTo(List.of("heading", "key_value", "text", "table", "key_value"));
    assertThat(run.at("output.chunks[0].blocks[3].details"))
        .isEqualTo(Map.of("type", "table_details", "rowCount", 4L, "columnCount", 3L));
    assertThat(run.text("output.chunks[1].blocks[0].type")).isEqualTo("section_heading");
  }

  @Test
  void blocksHaveTheirPositionOnThePage() {
    TestClient.Response run = parsePdf("{}");

    assertThat(run.at("output.chunks[0].blocks[2].boundingBox"))
        .isEqualTo(
            Map.of("left", 72L, "top", 162L, "right", new BigDecimal("347.67"), "bottom", 184L));
    assertThat(run.at("output.chunks[0].blocks[2].polygon[2]"))
        .isEqualTo(Map.of("x", new BigDecimal("347.67"), "y", 184L));
    assertThat(run.at("output.chunks[0].blocks[2].metadata.page"))
        .isEqualTo(Map.of("number", 1L, "width", 612L, "height", 792L));
  }

  @Test
  void theIdOfABlockDependsOnItsContent() {
    TestClient.Response first = parsePdf("{}");
    TestClient.Response second = parsePdf("{}");

    assertThat(first.at("output.chunks[0].blocks[0].id"))
        .isEqualTo(second.at("output.chunks[0].blocks[0].id"))
        .isNotEqualTo(second.at("output.chunks[0].blocks[1].id"));
  }

  @Test
  void theDocumentStrategyGivesOneChunk() {
    TestClient.Response run = parsePdf("{'chunkingStrategy': {'type': 'document'}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(1);
    assertThat(run.text("output.chunks[0].type")).isEqualTo("document");
    assertThat(run.text("output.chunks[0].content")).contains("# Invoice", "## Terms");
    assertThat(run.at("output.chunks[0].metadata.pageRange"))
        .isEqualTo(Map.of("start", 1L, "end", 2L));
  }

  @Test
  void theSectionStrategyStartsAChunkAtEachHeading() {
    TestClient.Response run = parsePdf("{'chunkingStrategy': {'type': 'section'}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(2);
    assertThat(run.text("output.chunks[0].content")).startsWith("# Invoice");
    assertThat(run.text("output.chunks[1].content")).startsWith("## Terms");
    assertThat(run.text("output.chunks[1].type")).isEqualTo("section");
  }

  @Test
  void sectionsBelowTheMinimumAreJoined() {
    TestClient.Response run =
        parsePdf("{'chunkingStrategy': {'type': 'section', 'options': {'minCharacters': 10000}}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(1);
  }

  @Test
  void documentsAboveTheMaximumAreCutBetweenBlocks() {
    TestClient.Response run =
        parsePdf("{'chunkingStrategy': {'type': 'document', 'options': {'maxCharacters': 120}}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(4);
    assertThat(run.text("output.chunks[1].content")).startsWith("Thank you").endsWith("upon.");
  }

  @Test
  void onlyThePagesOfThePageRangesAreParsed() {
    TestClient.Response run =
        parsePdf("{'advancedOptions': {'pageRanges': [{'start': 2, 'end': 2}]}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(1);
    assertThat(run.text("output.chunks[0].content")).startsWith("## Terms");
    assertThat(run.at("metrics.pageCount")).isEqualTo(1L);
  }

  @Test
  void tablesInHtmlHaveABlockForEachCell() {
    TestClient.Response run =
        parsePdf(
            "{'blockOptions': {'tables': {'targetFormat': 'html', 'cellBlocksEnabled': true}}}");

    assertThat(run.text("output.chunks[0].blocks[3].content"))
        .startsWith("<table><tr><th>Description</th>")
        .contains("<tr><td>Ladder</td><td>1</td><td>89.00</td></tr>");
    assertThat(run.text("output.chunks[0].blocks[3].children[0].type")).isEqualTo("table_head");
    assertThat(run.text("output.chunks[0].blocks[3].children[3].content")).isEqualTo("Blue paint");
    assertThat(run.at("output.chunks[0].blocks[3].children[3].details"))
        .isEqualTo(Map.of("type", "table_cell_details", "rowIndex", 1L, "columnIndex", 0L));
    assertThat(run.at("output.chunks[0].blocks[3].children[3].parentBlockId"))
        .isEqualTo(run.at("output.chunks[0].blocks[3].id"));
  }

  @Test
  void spatialTextKeepsColumnsApart() {
    TestClient.Response run = parsePdf("{'target': 'spatial'}");

    assertThat(run.text("output.chunks[0].content"))
        .contains("Blue paint" + " ".repeat(20) + "3" + " ".repeat(29) + "12.50");
  }

  @Test
  void spatialTextNeedsThePageStrategy() {
    TestClient.Response run =
        parsePdf("{'target': 'spatial', 'chunkingStrategy': {'type': 'section'}}");

    ServerFixture.assertFailed(
        run,
        "INVALID_CONFIG_OPTIONS",
        "The target \"spatial\" goes with the chunking strategy \"page\" only, not with"
            + " \"section\".");
  }

  @Test
  void wordsAreListedOnRequest() {
    TestClient.Response run = parsePdf("{'advancedOptions': {'returnOcr': {'words': true}}}");

    assertThat(run.text("output.ocr.words[0].content")).isEqualTo("Invoice");
    assertThat(run.at("output.ocr.words[0].pageNumber")).isEqualTo(1L);
    assertThat(run.at("output.ocr.words[0].boundingBox.left")).isEqualTo(72L);
  }

  @Test
  void theConfigOfARunShowsItsDefaults() {
    TestClient.Response run = parsePdf("{'engineVersion': '2.0.0'}");

    assertThat(run.at("config"))
        .isEqualTo(
            Map.of(
                "target",
                "markdown",
                "chunkingStrategy",
                Map.of("type", "page"),
                "engine",
                "parse_performance",
                "engineVersion",
                "2.0.0"));
  }

  @Test
  void blocksOfThePreviousVersionHaveItsTypes() {
    String file = fixture.upload("invoice.pdf", SamplePdf.invoice());
    String id =
        fixture
            .legacy
            .post(
                "/parse/async",
                "{'file': {'fileId': '"
                    + file
                    + "'}, 'config': {'blockOptions': {'tables': {'cellBlocksEnabled': true}}}}")
            .text("id");
    fixture.finishRuns();

    TestClient.Response run = fixture.legacy.get("/parser_runs/" + id);

    List<?> blocks = (List<?>) run.at("parserRun.chunks[0].blocks");
    assertThat(blocks)
        .extracting(block -> ((Map<?, ?>) block).get("type"))
        .isEqualTo(List.of("heading", "text", "text", "table", "text"));
  }

  private TestClient.Response parsePdf(String config) {
    return fixture.parse(fixture.upload("invoice.pdf", SamplePdf.invoice()), config);
  }
}
