package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ParseRunsTest {
  @RegisterExtension private final Fixture fixture = new Fixture();

  @Test
  void pdfBecomesAChunkPerPageWithItsText() {
    TestClient.Answer run = parsePdf("{}");

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
    fixture.current.validation().assertNone();
  }

  @Test
  void blocksTellTheirKind() {
    TestClient.Answer run = parsePdf("{}");

    List<?> blocks = (List<?>) run.at("output.chunks[0].blocks");
    assertThat(blocks)
        .extracting(block -> ((Map<?, ?>) block).get("type"))
        .isEqualTo(List.of("heading", "key_value", "text", "table", "key_value"));
    assertThat(run.at("output.chunks[0].blocks[3].details"))
        .isEqualTo(Map.of("type", "table_details", "rowCount", 4L, "columnCount", 3L));
    assertThat(run.text("output.chunks[1].blocks[0].type")).isEqualTo("section_heading");
  }

  @Test
  void blocksStandWhereTheyAreOnThePage() {
    TestClient.Answer run = parsePdf("{}");

    assertThat(run.at("output.chunks[0].blocks[2].boundingBox"))
        .isEqualTo(
            Map.of("left", 72L, "top", 162L, "right", new BigDecimal("347.67"), "bottom", 184L));
    assertThat(run.at("output.chunks[0].blocks[2].polygon[2]"))
        .isEqualTo(Map.of("x", new BigDecimal("347.67"), "y", 184L));
    assertThat(run.at("output.chunks[0].blocks[2].metadata.page"))
        .isEqualTo(Map.of("number", 1L, "width", 612L, "height", 792L));
  }

  @Test
  void blockIdFollowsFromItsContent() {
    TestClient.Answer first = parsePdf("{}");
    TestClient.Answer second = parsePdf("{}");

    assertThat(first.at("output.chunks[0].blocks[0].id"))
        .isEqualTo(second.at("output.chunks[0].blocks[0].id"))
        .isNotEqualTo(second.at("output.chunks[0].blocks[1].id"));
  }

  @Test
  void documentIsOneChunk() {
    TestClient.Answer run = parsePdf("{'chunkingStrategy': {'type': 'document'}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(1);
    assertThat(run.text("output.chunks[0].type")).isEqualTo("document");
    assertThat(run.text("output.chunks[0].content")).contains("# Invoice", "## Terms");
    assertThat(run.at("output.chunks[0].metadata.pageRange"))
        .isEqualTo(Map.of("start", 1L, "end", 2L));
    fixture.current.validation().assertNone();
  }

  @Test
  void sectionsBeginAtHeadings() {
    TestClient.Answer run = parsePdf("{'chunkingStrategy': {'type': 'section'}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(2);
    assertThat(run.text("output.chunks[0].content")).startsWith("# Invoice");
    assertThat(run.text("output.chunks[1].content")).startsWith("## Terms");
    assertThat(run.text("output.chunks[1].type")).isEqualTo("section");
    fixture.current.validation().assertNone();
  }

  @Test
  void shortSectionsAreJoined() {
    TestClient.Answer run =
        parsePdf("{'chunkingStrategy': {'type': 'section', 'options': {'minCharacters': 10000}}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(1);
  }

  @Test
  void longDocumentsAreCutBetweenBlocks() {
    TestClient.Answer run =
        parsePdf("{'chunkingStrategy': {'type': 'document', 'options': {'maxCharacters': 120}}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(4);
    assertThat(run.text("output.chunks[1].content")).startsWith("Thank you").endsWith("upon.");
  }

  @Test
  void pageRangesChoosePages() {
    TestClient.Answer run =
        parsePdf("{'advancedOptions': {'pageRanges': [{'start': 2, 'end': 2}]}}");

    assertThat((List<?>) run.at("output.chunks")).hasSize(1);
    assertThat(run.text("output.chunks[0].content")).startsWith("## Terms");
    assertThat(run.at("metrics.pageCount")).isEqualTo(1L);
    fixture.current.validation().assertNone();
  }

  @Test
  void tablesMayBeHtmlWithABlockPerCell() {
    TestClient.Answer run =
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
    fixture.current.validation().assertNone();
  }

  @Test
  void spatialTextKeepsColumnsApart() {
    TestClient.Answer run = parsePdf("{'target': 'spatial'}");

    assertThat(run.text("output.chunks[0].content"))
        .contains("Blue paint" + " ".repeat(20) + "3" + " ".repeat(29) + "12.50");
  }

  @Test
  void spatialTextGoesWithPagesOnly() {
    TestClient.Answer run =
        parsePdf("{'target': 'spatial', 'chunkingStrategy': {'type': 'section'}}");

    assertFailure(
        run,
        "INVALID_CONFIG_OPTIONS",
        "The target \"spatial\" goes with the chunking strategy \"page\" only, not with"
            + " \"section\".");
  }

  @Test
  void wordsAreListedWhenAsked() {
    TestClient.Answer run = parsePdf("{'advancedOptions': {'returnOcr': {'words': true}}}");

    assertThat(run.text("output.ocr.words[0].content")).isEqualTo("Invoice");
    assertThat(run.at("output.ocr.words[0].pageNumber")).isEqualTo(1L);
    assertThat(run.at("output.ocr.words[0].boundingBox.left")).isEqualTo(72L);
    fixture.current.validation().assertNone();
  }

  @Test
  void configIsShownWithItsDefaults() {
    TestClient.Answer run = parsePdf("{'engineVersion': '2.0.0'}");

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
  void unknownChunkingStrategyIs400() {
    TestClient.Answer answer =
        fixture.current.post(
            "/parse_runs",
            "{'file': {'id': 'file_x'}, 'config': {'chunkingStrategy': {'type': 'line'}}}");

    assertThat(answer.text("message"))
        .isEqualTo(
            "The property \"config.chunkingStrategy.type\" must be one of document, page, section,"
                + " but it is \"line\".");
  }

  @Test
  void outputMayComeByUrl() {
    String file = fixture.upload("note.txt", "Total: 5");
    String id = fixture.current.post("/parse_runs", "{'file': {'id': '" + file + "'}}").text("id");
    fixture.finishRuns();

    TestClient.Answer inline = fixture.current.get("/parse_runs/" + id);
    TestClient.Answer byUrl = fixture.current.get("/parse_runs/" + id + "?responseType=url");
    TestClient.Answer download =
        fixture.current.send(new Request.Builder().url(byUrl.text("outputUrl")));

    assertThat(byUrl.at("output")).isNull();
    assertThat(inline.at("outputUrl")).isNull();
    assertThat(download.json()).isEqualTo(inline.at("output"));
    fixture.current.validation().assertNone();
  }

  @Test
  void chunksOfTheOldVersionMayComeByUrl() {
    String file = fixture.upload("note.txt", "Total: 5");
    String id =
        fixture.legacy.post("/parse/async", "{'file': {'fileId': '" + file + "'}}").text("id");
    fixture.finishRuns();

    String inline = "parserRun.chunks[0]";
    TestClient.Answer byUrl = fixture.legacy.get("/parser_runs/" + id + "?responseType=url");
    TestClient.Answer download =
        fixture.current.send(
            new Request.Builder().url(byUrl.text("parserRun.chunks[0].presignedUrl")));

    assertThat(byUrl.text("parserRun.chunks[0].content")).isEmpty();
    assertThat(download.json()).isEqualTo(fixture.legacy.get("/parser_runs/" + id).at(inline));
    fixture.legacy.validation().assertNone();
  }

  @Test
  void outputUrlExpires() {
    String file = fixture.upload("note.txt", "Total: 5");
    String id = fixture.current.post("/parse_runs", "{'file': {'id': '" + file + "'}}").text("id");
    fixture.finishRuns();
    String url = fixture.current.get("/parse_runs/" + id + "?responseType=url").text("outputUrl");

    fixture.clock.advance(Duration.ofMinutes(15));

    assertThat(fixture.current.send(new Request.Builder().url(url)).status()).isEqualTo(403);
  }

  @Test
  void metadataComesBackAsItWasSent() {
    String file = fixture.upload("note.txt", "Total: 5");

    TestClient.Answer run =
        fixture.current.post(
            "/parse_runs",
            "{'file': {'id': '" + file + "'}, 'metadata': {'n': 3, 'x': 1.50, 'none': null}}");

    assertThat(run.text()).contains("\"metadata\":{\"n\":3,\"x\":1.50,\"none\":null}");
  }

  @Test
  void markdownIsReadWithHeadingsAndTables() {
    String file =
        fixture.upload("a.md", "# Title\n\nSome text.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n");

    TestClient.Answer run = fixture.parse(file, "{}");

    assertThat(run.text("output.chunks[0].content"))
        .isEqualTo("# Title\n\nSome text.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |");
    assertThat(run.at("output.chunks[0].blocks[0].polygon")).isEqualTo(List.of());
    fixture.current.validation().assertNone();
  }

  @Test
  void csvIsReadAsATable() {
    String file = fixture.upload("a.csv", "name;note\nAnn;\"a; \"\"b\"\"\"\n");

    TestClient.Answer run = fixture.parse(file, "{}");

    assertThat(run.text("output.chunks[0].content"))
        .isEqualTo("| name | note |\n| --- | --- |\n| Ann | a; \"b\" |");
    fixture.current.validation().assertNone();
  }

  @Test
  void htmlIsReadWithoutItsMarkup() {
    String file =
        fixture.upload(
            "a.html",
            "<html><head><title>T</title></head><body><h1>Caf&#xe9; &amp; Bar</h1>"
                + "<p>Total:\n <b>5</b></p><script>no()</script>"
                + "<table><tr><th>A</th></tr><tr><td>1</td></tr></table></body></html>");

    TestClient.Answer run = fixture.parse(file, "{}");

    assertThat(run.text("output.chunks[0].content"))
        .isEqualTo("# Café & Bar\n\nTotal: 5\n\n| A |\n| --- |\n| 1 |");
    fixture.current.validation().assertNone();
  }

  @Test
  void protectedPdfNeedsItsPassword() {
    byte[] pdf = new SamplePdf().text(72, 72, 12, "Secret total").protect("open").bytes();
    String file = fixture.upload("locked.pdf", pdf);

    assertFailure(
        fixture.parse(file, "{}"),
        "PASSWORD_PROTECTED_FILE",
        "The PDF needs a password: none was given.");
    fixture.current.validation().assertNone();
  }

  @Test
  void protectedPdfIsReadWithThePasswordOfTheUpload() {
    byte[] pdf = new SamplePdf().text(72, 72, 12, "Secret total").protect("open").bytes();
    RequestBody form =
        TestClient.form("locked.pdf", pdf).addFormDataPart("password", "open").build();
    String file = fixture.current.upload("/files/upload", form).text("id");

    assertThat(fixture.parse(file, "{}").text("output.chunks[0].content"))
        .isEqualTo("Secret total");
  }

  @Test
  void wrongPasswordDoesNotOpenAPdf() {
    byte[] pdf = new SamplePdf().text(72, 72, 12, "Secret total").protect("open").bytes();
    RequestBody form =
        TestClient.form("locked.pdf", pdf).addFormDataPart("password", "\"open\"").build();
    String file = fixture.current.upload("/files/upload", form).text("id");

    assertFailure(
        fixture.parse(file, "{}"),
        "PASSWORD_PROTECTED_FILE",
        "The PDF needs a password: the one given does not open it.");
  }

  @Test
  void brokenPdfIsCorrupt() {
    String file = fixture.upload("broken.pdf", "%PDF-1.7\nnothing of a PDF");

    TestClient.Answer run = fixture.parse(file, "{}");

    assertThat(run.text("status")).isEqualTo("FAILED");
    assertThat(run.text("failureReason")).isEqualTo("CORRUPT_FILE");
    assertThat(run.text("failureMessage")).startsWith("The file cannot be read as PDF: ");
    assertThat(run.at("output")).isNull();
    fixture.current.validation().assertNone();
  }

  @Test
  void unknownTypeIsNotSupported() {
    String file = fixture.upload("a.bin", "x");

    assertFailure(
        fixture.parse(file, "{}"),
        "FILE_TYPE_NOT_SUPPORTED",
        "The file a.bin is of a type that neither its name nor its first bytes tell, which the"
            + " embedded server does not read: it reads PDF, plain text, Markdown, CSV and HTML.");
  }

  @Test
  void textWithZeroBytesIsCorrupt() {
    String file = fixture.upload("a.txt", new byte[] {'a', 0, 'b'});

    assertFailure(
        fixture.parse(file, "{}"),
        "CORRUPT_FILE",
        "The file a.txt holds zero bytes, so it is not text.");
  }

  @Test
  void foreignUrlCannotBeDownloaded() {
    String id =
        fixture
            .current
            .post("/parse_runs", "{'file': {'url': 'https://example.com/files/a%20b.pdf?x=1'}}")
            .text("id");
    fixture.finishRuns();

    TestClient.Answer run = fixture.current.get("/parse_runs/" + id);

    assertThat(run.text("file.name")).isEqualTo("a b.pdf");
    assertFailure(
        run,
        "UNABLE_TO_DOWNLOAD_FILE",
        "The embedded server reads only its own URLs, such as presignedUrl of a file, and only"
            + " until they expire.");
    fixture.current.validation().assertNone();
  }

  @Test
  void ownUrlIsRead() {
    byte[] pdf = new SamplePdf().text(72, 72, 12, "Secret total").protect("open").bytes();
    String file = fixture.upload("locked.pdf", pdf);
    String url = fixture.current.get("/files/" + file).text("presignedUrl");

    String id =
        fixture
            .current
            .post(
                "/parse_runs", "{'file': {'url': '" + url + "', 'settings': {'password': 'open'}}}")
            .text("id");
    fixture.finishRuns();

    TestClient.Answer run = fixture.current.get("/parse_runs/" + id);
    assertThat(run.text("file.name")).isEqualTo("locked.pdf");
    assertThat(run.text("output.chunks[0].content")).isEqualTo("Secret total");
    fixture.current.validation().assertNone();
  }

  @Test
  void urlWithoutSchemeIs400() {
    assertThat(
            fixture
                .current
                .post("/parse_runs", "{'file': {'url': 'example.com/a.pdf'}}")
                .text("message"))
        .isEqualTo(
            "The property \"file.url\" must be an http or https URL, but it is example.com/a.pdf.");
  }

  @Test
  void parseTakesNoText() {
    assertThat(fixture.current.post("/parse_runs", "{'file': {'text': 'a'}}").text("message"))
        .isEqualTo(
            "The property \"file\" must have exactly one of url, id, base64, but it has none.");
  }

  @Test
  void fileThatIsNotThereIs404() {
    TestClient.Answer answer = fixture.current.post("/parse_runs", "{'file': {'id': 'file_none'}}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("message"))
        .isEqualTo("There is no file with the ID file_none, which file.id names.");
    fixture.current.validation().assertNone();
  }

  @Test
  void failureInTheOldVersionHasNoChunks() {
    String file = fixture.upload("a.bin", "x");
    String id =
        fixture.legacy.post("/parse/async", "{'file': {'fileId': '" + file + "'}}").text("id");
    fixture.finishRuns();

    TestClient.Answer run = fixture.legacy.get("/parser_runs/" + id);

    assertThat(run.text("parserRun.status")).isEqualTo("FAILED");
    assertThat(run.text("parserRun.failureReason")).isEqualTo("FILE_TYPE_NOT_SUPPORTED");
    assertThat(run.at("parserRun.chunks")).isEqualTo(List.of());
    fixture.legacy.validation().assertNone();
  }

  @Test
  void pdfInTheOldVersionHasItsBlockTypes() {
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

    TestClient.Answer run = fixture.legacy.get("/parser_runs/" + id);

    List<?> blocks = (List<?>) run.at("parserRun.chunks[0].blocks");
    assertThat(blocks)
        .extracting(block -> ((Map<?, ?>) block).get("type"))
        .isEqualTo(List.of("heading", "text", "text", "table", "text"));
    fixture.legacy.validation().assertNone();
  }

  @Test
  void textInAnotherEncodingIsRead() {
    String file = fixture.upload("a.txt", "Größe: 5".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(fixture.parse(file, "{}").text("output.chunks[0].content")).isEqualTo("Größe: 5");
  }

  private TestClient.Answer parsePdf(String config) {
    return fixture.parse(fixture.upload("invoice.pdf", SamplePdf.invoice()), config);
  }

  private static void assertFailure(TestClient.Answer run, String reason, String message) {
    assertThat(run.text("status")).isEqualTo("FAILED");
    assertThat(run.text("failureReason")).isEqualTo(reason);
    assertThat(run.text("failureMessage")).isEqualTo(message);
    assertThat(run.at("output")).isNull();
  }
}
