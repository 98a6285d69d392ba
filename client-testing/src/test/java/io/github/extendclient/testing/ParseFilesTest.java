package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The types of files that parsing reads, and the files that it cannot read. */
final class ParseFilesTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void markdownIsReadWithHeadingsAndTables() {
    String file =
        fixture.upload("a.md", "# Title\n\nSome text.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n");

    TestClient.Response run = fixture.parse(file, "{}");

    assertThat(run.text("output.chunks[0].content"))
        .isEqualTo("# Title\n\nSome text.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |");
    assertThat(run.at("output.chunks[0].blocks[0].polygon")).isEqualTo(List.of());
  }

  @Test
  void csvIsReadAsATable() {
    String file = fixture.upload("a.csv", "name;note\nAnn;\"a; \"\"b\"\"\"\n");

    TestClient.Response run = fixture.parse(file, "{}");

    assertThat(run.text("output.chunks[0].content"))
        .isEqualTo("| name | note |\n| --- | --- |\n| Ann | a; \"b\" |");
  }

  @Test
  void htmlIsReadWithoutItsMarkup() {
    String file =
        fixture.upload(
            "a.html",
            "<html><head><title>T</title></head><body><h1>Caf&#xe9; &amp; Bar</h1>"
                + "<p>Total:\n <b>5</b></p><script>no()</script>"
                + "<table><tr><th>A</th></tr><tr><td>1</td></tr></table></body></html>");

    TestClient.Response run = fixture.parse(file, "{}");

    assertThat(run.text("output.chunks[0].content"))
        .isEqualTo("# Café & Bar\n\nTotal: 5\n\n| A |\n| --- |\n| 1 |");
  }

  @Test
  void aProtectedPdfNeedsItsPassword() {
    byte[] pdf = new SamplePdf().text(72, 72, 12, "Secret total").protect("open").bytes();
    String file = fixture.upload("locked.pdf", pdf);

    ServerFixture.assertFailed(
        fixture.parse(file, "{}"),
        "PASSWORD_PROTECTED_FILE",
        "The PDF needs a password: none was given.");
  }

  @Test
  void aProtectedPdfIsReadWithThePasswordOfTheUpload() {
    byte[] pdf = new SamplePdf().text(72, 72, 12, "Secret total").protect("open").bytes();
    RequestBody form =
        TestClient.form("locked.pdf", pdf).addFormDataPart("password", "open").build();
    String file = fixture.current.upload("/files/upload", form).text("id");

    assertThat(fixture.parse(file, "{}").text("output.chunks[0].content"))
        .isEqualTo("Secret total");
  }

  @Test
  void aWrongPasswordDoesNotOpenAPdf() {
    byte[] pdf = new SamplePdf().text(72, 72, 12, "Secret total").protect("open").bytes();
    RequestBody form =
        TestClient.form("locked.pdf", pdf).addFormDataPart("password", "\"open\"").build();
    String file = fixture.current.upload("/files/upload", form).text("id");

    ServerFixture.assertFailed(
        fixture.parse(file, "{}"),
        "PASSWORD_PROTECTED_FILE",
        "The PDF needs a password: the one given does not open it.");
  }

  @Test
  void aBrokenPdfIsCorrupt() {
    String file = fixture.upload("broken.pdf", "%PDF-1.7\nnothing of a PDF");

    TestClient.Response run = fixture.parse(file, "{}");

    assertThat(run.text("status")).isEqualTo("FAILED");
    assertThat(run.text("failureReason")).isEqualTo("CORRUPT_FILE");
    assertThat(run.text("failureMessage")).startsWith("The file cannot be read as PDF: ");
    assertThat(run.at("output")).isNull();
  }

  @Test
  void anUnknownTypeIsNotSupported() {
    String file = fixture.upload("a.bin", "x");

    ServerFixture.assertFailed(
        fixture.parse(file, "{}"),
        "FILE_TYPE_NOT_SUPPORTED",
        "The file a.bin is of a type that neither its name nor its first bytes tell, which the"
            + " embedded server does not read: it reads PDF, plain text, Markdown, CSV and HTML.");
  }

  @Test
  void textWithZeroBytesIsCorrupt() {
    String file = fixture.upload("a.txt", new byte[] {'a', 0, 'b'});

    ServerFixture.assertFailed(
        fixture.parse(file, "{}"),
        "CORRUPT_FILE",
        "The file a.txt holds zero bytes, so it is not text.");
  }

  @Test
  void aUrlOfAnotherServerIsNotDownloaded() {
    String id =
        fixture
            .current
            .post("/parse_runs", "{'file': {'url': 'https://example.com/files/a%20b.pdf?x=1'}}")
            .text("id");
    fixture.finishRuns();

    TestClient.Response run = fixture.current.get("/parse_runs/" + id);

    assertThat(run.text("file.name")).isEqualTo("a b.pdf");
    ServerFixture.assertFailed(
        run,
        "UNABLE_TO_DOWNLOAD_FILE",
        "The embedded server reads only its own URLs, such as presignedUrl of a file, and only"
            + " until they expire.");
  }

  @Test
  void aUrlOfThisServerIsDownloaded() {
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

    TestClient.Response run = fixture.current.get("/parse_runs/" + id);
    assertThat(run.text("file.name")).isEqualTo("locked.pdf");
    assertThat(run.text("output.chunks[0].content")).isEqualTo("Secret total");
  }

  @Test
  void textInAnotherEncodingIsRead() {
    String file = fixture.upload("a.txt", "Größe: 5".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(fixture.parse(file, "{}").text("output.chunks[0].content")).isEqualTo("Größe: 5");
  }
}
