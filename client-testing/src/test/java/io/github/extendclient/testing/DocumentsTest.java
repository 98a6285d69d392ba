package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents and their expected text, from the table {@code documents.csv}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentsTest {
  private final ServerFixture fixture = new ServerFixture();

  @AfterAll
  void close() {
    fixture.close();
  }

  /**
   * The columns are the name of the file, its charset, what is in it, and the content of the chunk.
   * All documents of the table were written for this project.
   */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/documents.csv", numLinesToSkip = 1, maxCharsPerColumn = 10_000)
  void documentIsReadAsItIsShown(String name, String charset, String document, String content) {
    byte[] bytes = unescaped(document).getBytes(Charset.forName(charset));

    assertThat(content(fixture.upload(name, bytes))).isEqualTo(unescaped(content));
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\uFEFF", "\uFEFF");
  }

  @Test
  void tableOfAPdfIsReadAsOne() {
    String content = content(fixture.upload("invoice.pdf", SamplePdf.invoice()));

    assertThat(content)
        .startsWith("# Invoice\n\nInvoice number: INV-2026-0042\n")
        .contains(
            "| Description | Quantity | Unit price |\n| --- | --- | --- |\n"
                + "| Blue paint | 3 | 12.50 |")
        .endsWith("Total amount: $135.00");
  }

  /**
   * The page on the metrics of its fonts that PDFBox brings in its jar, by Adobe, freely usable.
   */
  @Test
  void pageOfALibraryIsRead() throws Exception {
    byte[] page;
    try (var input =
        PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/afm/MustRead.html")) {
      assertThat(input).as("PDFBox brings a page on its font metrics").isNotNull();
      page = input.readAllBytes();
    }

    assertThat(content(fixture.upload("MustRead.html", page)))
        .contains("This file and the 14 PostScript(R) AFM files it accompanies may be used");
  }

  @ParameterizedTest
  @CsvSource({"windows-1251, \u041f\u0440\u0438\u0432\u0435\u0442", "Shift_JIS, \u65e5\u672c"})
  void charsetThatAnUploadDeclaresCounts(String charset, String text) {
    RequestBody part =
        RequestBody.create(
            text.getBytes(Charset.forName(charset)),
            MediaType.get("text/plain; charset=" + charset));
    RequestBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("file", "a.txt", part)
            .build();

    assertThat(content(fixture.current.upload("/files/upload", form).text("id"))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "mail.eml, an email",
    "letter.rtf, rich text",
    "letter.docx, a document of a word processor",
    "talk.pptx, a presentation",
    "sheet.xlsx, a spreadsheet",
    "photo.png, an image",
    "data.xml, XML",
    "data.bin, of a type that neither its name nor its first bytes tell"
  })
  void whatIsNotReadIsRefusedForWhatItIs(String name, String kind) {
    TestClient.Response run = fixture.parse(fixture.upload(name, "x"), "{}");

    assertThat(run.text("failureReason")).isEqualTo("FILE_TYPE_NOT_SUPPORTED");
    assertThat(run.text("failureMessage"))
        .isEqualTo(
            "The file "
                + name
                + " is "
                + kind
                + ", which the embedded server does not read: it reads PDF, plain text, Markdown,"
                + " CSV and HTML.");
  }

  @Test
  void officeFileUnderTheNameOfATextIsNoText() {
    byte[] zip = {'P', 'K', 3, 4, 0, 0};

    TestClient.Response run = fixture.parse(fixture.upload("a.txt", zip), "{}");

    assertThat(run.text("failureReason")).isEqualTo("CORRUPT_FILE");
    assertThat(run.text("failureMessage"))
        .isEqualTo("The file a.txt holds zero bytes, so it is not text.");
  }

  @Test
  void pagesOfTextAreToldInItsCharset() {
    String file =
        fixture.upload("a.txt", "\ufeffFirst\f\u00e4".getBytes(StandardCharsets.UTF_16LE));

    TestClient.Response run = fixture.parse(file, "{}");

    assertThat(run.text("output.chunks[0].content")).isEqualTo("First");
    assertThat(run.text("output.chunks[1].content")).isEqualTo("\u00e4");
  }

  private String content(String file) {
    TestClient.Response run = fixture.parse(file, "{}");
    assertThat(run.text("status")).as(run.text()).isEqualTo("PROCESSED");
    return run.text("output.chunks[0].content");
  }
}
