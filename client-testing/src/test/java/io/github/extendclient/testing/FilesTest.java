package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilesTest {
  private static final byte[] TEXT = "Total: 5".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @Test
  void uploadReturnsTheFileWithoutUrl() {
    TestClient.Response response = fixture.current.upload("note.txt", TEXT);

    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    expected.put("object", "file");
    expected.put("id", response.text("id"));
    expected.put("name", "note.txt");
    expected.put("type", "TXT");
    expected.put("parentFileId", null);
    expected.put("metadata", Map.of());
    expected.put("createdAt", "2026-03-01T12:00:00Z");
    expected.put("updatedAt", "2026-03-01T12:00:00Z");
    expected.put("presignedUrl", null);
    expected.put("contents", null);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json()).isEqualTo(expected);
    fixture.current.validation().assertNone();
  }

  @Test
  void idIsThePrefixAnd22CharactersFromTheSeed() {
    assertThat(fixture.current.upload("note.txt", TEXT).text("id"))
        .matches("file_[0-9A-Za-z]{22}")
        .isEqualTo(sameOnAnotherServer());
  }

  private static String sameOnAnotherServer() {
    try (ServerFixture other = new ServerFixture()) {
      return other.upload("note.txt", TEXT);
    }
  }

  @Test
  void uploadInThePreviousVersionHasAnEnvelopeAndNoNulls() {
    TestClient.Response response = fixture.legacy.upload("note.txt", TEXT);

    assertThat(response.json())
        .isEqualTo(
            Map.of(
                "success",
                true,
                "file",
                Map.of(
                    "object",
                    "file",
                    "id",
                    response.text("file.id"),
                    "name",
                    "note.txt",
                    "type",
                    "TXT",
                    "metadata",
                    Map.of(),
                    "createdAt",
                    "2026-03-01T12:00:00Z",
                    "updatedAt",
                    "2026-03-01T12:00:00Z")));
    fixture.legacy.validation().assertNone();
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf, x, PDF",
    "noExtension, %PDF-1.7, PDF",
    "a.md, x, TXT",
    "a.CSV, x, CSV",
    "a.htm, x, HTML",
    "a.png, x, IMG",
    "a.docx, x, DOCX",
    "a.xlsx, x, EXCEL",
    "a.xml, x, XML",
    "a.bin, x,"
  })
  void typeFollowsFromBytesAndName(String name, String bytes, @Nullable String type) {
    TestClient.Response response =
        fixture.current.upload(name, bytes.getBytes(StandardCharsets.UTF_8));

    assertThat(response.at("type")).isEqualTo(type);
    fixture.current.validation().assertNone();
  }

  @Test
  void nameMayHaveQuotesAndAnyLetters() {
    TestClient.Response response = fixture.current.upload("Zürich \"neu\" – 1.txt", TEXT);

    assertThat(response.text("name")).isEqualTo("Zürich \"neu\" – 1.txt");
  }

  @Test
  void partsMayComeInChunksAndInAnyOrder() {
    RequestBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("password", "secret")
            .addFormDataPart("file", "a.txt", new ChunkedBody(TEXT))
            .build();

    assertThat(fixture.current.upload("/files/upload", form).text("name")).isEqualTo("a.txt");
    assertThat(fixture.server.requests().get(0).header("transfer-encoding")).isEqualTo("chunked");
  }

  @Test
  void passwordOfMoreThanAKilobyteIs400() {
    RequestBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("password", "x".repeat(1_025))
            .addFormDataPart("file", "a.txt", new ChunkedBody(TEXT))
            .build();

    assertThat(fixture.current.upload("/files/upload", form).text("message"))
        .isEqualTo("The part \"password\" must have at most 1024 bytes.");
  }

  @Test
  void emptyFileIs400() {
    assertThat(fixture.current.upload("a.txt", new byte[0]).text("message"))
        .isEqualTo("The file a.txt is empty.");
  }

  @Test
  void formWithoutFileIs400() {
    RequestBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("document", "a.txt", RequestBody.create(TEXT))
            .build();

    TestClient.Response response = fixture.current.upload("/files/upload", form);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("message"))
        .isEqualTo(
            "The part \"file\" is required, but the form has no such part with a file name.");
  }

  @Test
  void bodyThatIsNoFormIs400() {
    RequestBody body = RequestBody.create("{}", MediaType.get("application/json"));

    assertThat(fixture.current.upload("/files/upload", body).text("message"))
        .isEqualTo(
            "The body must be sent as multipart/form-data with a boundary, but its Content-Type is"
                + " \"application/json; charset=utf-8\".");
  }

  @Test
  void formThatBreaksOffIs400() {
    RequestBody body =
        RequestBody.create(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nab",
            MediaType.get("multipart/form-data; boundary=b"));

    TestClient.Response response = fixture.current.upload("/files/upload", body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("message"))
        .isEqualTo("The form cannot be read: it ends before its last boundary.");
  }

  @Test
  void htmlIsConvertedToPdf() {
    byte[] html = "<h1>Bill</h1><p>Total: 5</p>".getBytes(StandardCharsets.UTF_8);
    RequestBody form = TestClient.form("a.html", html).build();

    TestClient.Response file = fixture.current.upload("/files/upload?convertToPdf=true", form);

    assertThat(file.text("name")).isEqualTo("a.pdf");
    assertThat(file.text("type")).isEqualTo("PDF");
    TestClient.Response parsed = fixture.parse(file.text("id"), "{}");
    assertThat(parsed.text("output.chunks[0].content")).isEqualTo("# Bill\n\nTotal: 5");
    fixture.current.validation().assertNone();
  }

  @Test
  void imageIsConvertedToPdf() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    RequestBody form = TestClient.form("a.png", png.toByteArray()).build();

    TestClient.Response file = fixture.legacy.upload("/files/upload?convertToPdf=true", form);

    assertThat(file.text("file.type")).isEqualTo("PDF");
    assertThat(fixture.parse(file.text("file.id"), "{}").text("failureMessage"))
        .isEqualTo("The PDF has images but no text, and the embedded server has no OCR.");
  }

  @Test
  void documentThatCannotBeConvertedIsRefused() {
    RequestBody form = TestClient.form("a.docx", TEXT).build();

    TestClient.Response response = fixture.current.upload("/files/upload?convertToPdf=true", form);

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.text("code")).isEqualTo("FAILED_TO_CONVERT_TO_PDF");
    assertThat(response.text("message"))
        .isEqualTo(
            "The file a.docx cannot be converted to PDF: the embedded server has no converter for"
                + " its type.");
    fixture.current.validation().assertNone();
  }

  @Test
  void conversionToPdfLeavesTextAsItIs() {
    RequestBody form = TestClient.form("a.txt", TEXT).build();

    assertThat(fixture.current.upload("/files/upload?convertToPdf=true", form).text("type"))
        .isEqualTo("TXT");
    fixture.current.validation().assertNone();
  }

  @Test
  void flagThatIsNoBooleanIs400() {
    RequestBody form = TestClient.form("a.pdf", SamplePdf.invoice()).build();

    assertThat(fixture.current.upload("/files/upload?convertToPdf=1", form).text("message"))
        .isEqualTo(
            "The query parameter \"convertToPdf\" must be one of false, true, but it is \"1\".");
  }

  @Test
  void getGivesAUrlThatNeedsNoKey() {
    String id = fixture.upload("note.txt", TEXT);

    TestClient.Response file = fixture.current.get("/files/" + id);
    TestClient.Response download =
        fixture.current.send(new Request.Builder().url(file.text("presignedUrl")));

    assertThat(download.text()).isEqualTo("Total: 5");
    fixture.current.validation().assertNone();
  }

  @Test
  void urlExpiresAfter15Minutes() {
    String id = fixture.upload("note.txt", TEXT);
    String url = fixture.current.get("/files/" + id).text("presignedUrl");

    fixture.clock.advance(Duration.ofMinutes(15));

    TestClient.Response download = fixture.current.send(new Request.Builder().url(url));
    assertThat(download.status()).isEqualTo(403);
    assertThat(download.text()).isEqualTo("The URL is expired or its signature is wrong.");
  }

  @Test
  void urlOfAnotherFileCannotBeMadeFromIt() {
    String first = fixture.upload("a.txt", TEXT);
    String second = fixture.upload("b.txt", TEXT);
    String url = fixture.current.get("/files/" + first).text("presignedUrl");

    TestClient.Response download =
        fixture.current.send(new Request.Builder().url(url.replace(first, second)));

    assertThat(download.status()).isEqualTo(403);
  }

  @Test
  void getGivesContentsWhenAsked() {
    String id = fixture.upload("note.md", "# Note\n\nTotal: 5");

    TestClient.Response file = fixture.current.get("/files/" + id + "?rawText=true&markdown=true");

    assertThat(file.at("contents"))
        .isEqualTo(
            Map.of(
                "rawText",
                "Note\nTotal: 5",
                "pages",
                List.of(Map.of("pageNumber", 1L, "markdown", "Note\nTotal: 5"))));
    fixture.current.validation().assertNone();
  }

  @Test
  void getInThePreviousVersionHasAnEnvelope() {
    String id = fixture.upload("note.txt", TEXT);

    TestClient.Response file = fixture.legacy.get("/files/" + id);

    assertThat(file.at("success")).isEqualTo(true);
    assertThat(file.text("file.presignedUrl")).startsWith(fixture.server.url() + "/downloads/");
    fixture.legacy.validation().assertNone();
  }

  @Test
  void deleteReturnsTheIdAndASecondDelete404() {
    String id = fixture.upload("note.txt", TEXT);

    assertThat(fixture.current.delete("/files/" + id).json()).isEqualTo(Map.of("id", id));
    TestClient.Response second = fixture.current.delete("/files/" + id);
    assertThat(second.status()).isEqualTo(404);
    assertThat(second.text("message")).isEqualTo("There is no file with the ID " + id + ".");
    assertThat(fixture.current.get("/files/" + id).status()).isEqualTo(404);
    fixture.current.validation().assertNone();
  }

  @Test
  void deleteInThePreviousVersionHasAnEnvelope() {
    String id = fixture.upload("note.txt", TEXT);

    assertThat(fixture.legacy.delete("/files/" + id).json())
        .isEqualTo(Map.of("success", true, "fileId", id, "message", "The file is deleted."));
    assertThat(fixture.legacy.delete("/files/" + id).json())
        .isEqualTo(Map.of("success", false, "error", "There is no file with the ID " + id + "."));
    fixture.legacy.validation().assertNone();
  }
}
