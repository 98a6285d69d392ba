package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are valid, but that nobody writes, and formulas that nobody needs. */
final class StrangeDocumentsTest {
  private static final String OTHER =
      "[{'id': 'other', 'type': 'other', 'description': 'Any document.'}]";

  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {"|", "||", "**\t**", "**  **", "#", "# #", "| - |", ":", "|:|", "\f", " "})
  void aLineOfMarkupAloneIsReadAndExtractedFrom(String line) {
    String file = fixture.upload("a.md", "Total: 5\n" + line + "\nDate: 2026-03-01");

    assertThat(fixture.parse(file, "{}").text("status")).isEqualTo("PROCESSED");
    TestClient.Response run =
        fixture.extract(file, "{'schema': " + ServerFixture.schema("total") + "}");
    assertThat(run.text("status")).as(run.text()).isEqualTo("PROCESSED");
    assertThat(run.text("output.value.total")).isEqualTo("5");
  }

  @Test
  void aPdfWithoutPagesIsCorrupt() throws IOException {
    String file = fixture.upload("none.pdf", pdf(new PDDocument()));

    TestClient.Response parsed = fixture.parse(file, "{}");
    TestClient.Response split =
        fixture.current.post(
            "/split",
            "{'file': {'id': '" + file + "'}, 'config': {'splitClassifications': " + OTHER + "}}");

    ServerFixture.assertFailed(parsed, "CORRUPT_FILE", "The PDF has no pages.");
    assertThat(split.text("message")).isEqualTo("CORRUPT_FILE: The PDF has no pages.");
  }

  @Test
  @Timeout(10)
  void aNumberWithSpacesBehindItDoesNotHoldTheThread() {
    String cell = "1" + " ".repeat(20_000) + "!";
    String file = fixture.upload("a.csv", "total,date\n" + cell + ",2026-03-01\n");
    String schema =
        "{'type': 'object', 'properties': {'total': {'type': ['number', 'null']}}, 'required':"
            + " ['total'], 'additionalProperties': false}";

    TestClient.Response run = fixture.extract(file, "{'schema': " + schema + "}");

    assertThat(run.text("status")).as(run.text()).isEqualTo("PROCESSED");
    assertThat(run.at("output.value.total")).isNull();
  }

  @Test
  @Timeout(60)
  void anExtractionBeyondTheTimeEndsItsThread() throws InterruptedException {
    StringBuilder labels = new StringBuilder();
    StringBuilder properties = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      labels.append("Field ").append(i).append(" of the page: ").append(i).append('\n');
    }
    for (int i = 0; i < 3_000; i++) {
      properties.append(i == 0 ? "" : ", ").append("'name ").append(i).append(" other'");
      properties.append(": {'type': ['string', 'null']}");
    }
    String file = fixture.upload("many.txt", labels.toString());

    TestClient.Response run =
        fixture.extract(file, "{'schema': {'type': 'object', 'properties': {" + properties + "}}}");

    assertThat(run.text("status")).isEqualTo("FAILED");
    assertThat(run.text("failureMessage")).contains("longer than 2000 ms");
    while (LiveServerThreads.isBusyIn("internal.extract")) {
      Thread.sleep(5);
    }
  }

  @Test
  void aWordFarToTheRightTakesNoSpaceInSpatialText() throws IOException {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 10);
      content.newLineAtOffset(72, 72);
      content.showText("near");
      content.newLineAtOffset(50_000_000, 0);
      content.showText("far");
      content.endText();
    }
    String file = fixture.upload("far.pdf", pdf(document));

    String text = fixture.parse(file, "{'target': 'spatial'}").text("output.chunks[0].content");

    assertThat(text).hasSizeLessThan(1_100).contains("near").endsWith("far");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata.large + 1 > 0",
        "ROUND(1, 999999999) = 1",
        "ROUND(1, -2000000000) = 0",
      })
  @Timeout(10)
  void aFormulaOfHugeNumbersFailsItsRule(String formula) {
    SampleWorkflows workflows = new SampleWorkflows(fixture);
    String rule = "{'rules': [{'name': 'r', 'formula': '" + formula + "'}]}";
    String workflow = workflows.parsing(SampleWorkflows.step("RULE_VALIDATION", "v", rule));
    String id =
        fixture
            .current
            .post(
                "/workflow_runs",
                "{'workflow': {'id': '"
                    + workflow
                    + "'}, 'file': {'text': 'a'}, 'metadata': {'large': 1e999999999}}")
            .text("id");
    fixture.clock.advance(Duration.ofSeconds(1));

    TestClient.Response run = fixture.current.get("/workflow_runs/" + id);

    assertThat(run.text("status")).isEqualTo("PROCESSED");
    assertThat(run.text("stepRuns[1].result.rules[0].failureReason")).isEqualTo("VALUE_ERROR");
  }

  @Test
  void aWorkflowOfFiveThousandStepsInARowIsRun() {
    StringBuilder steps = new StringBuilder("[{'type': 'TRIGGER', 'name': 's0', 'next': [");
    steps.append("{'step': 'j'}, {'step': 's1'}]}, {'type': 'COLLECT', 'name': 'j'}");
    for (int i = 1; i < 5_000; i++) {
      steps.append(", {'type': 'COLLECT', 'name': 's").append(i).append("'");
      steps.append(i < 4_999 ? ", 'next': [{'step': 's" + (i + 1) + "'}]}" : "}");
    }
    String workflow =
        fixture.current.post("/workflows", "{'name': 'W', 'steps': " + steps + "]}").text("id");
    String id =
        fixture
            .current
            .post(
                "/workflow_runs", "{'workflow': {'id': '" + workflow + "'}, 'file': {'text': 'a'}}")
            .text("id");
    fixture.clock.advance(Duration.ofSeconds(1));

    TestClient.Response run = fixture.current.get("/workflow_runs/" + id);

    assertThat(run.text("failureMessage"))
        .isEqualTo("The workflow does not end: it ran 500 steps.");
  }

  private static byte[] pdf(PDDocument document) throws IOException {
    try (document) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
