package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How forms are detected, filled and rejected. */
final class EditRunsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void filledFormOpensWithItsValue() throws IOException {
    TestClient.Response run =
        edit(
            "{'type': 'object', 'properties': {'Full name': {'extend_edit:value': 'Ada'}}}",
            "{'flattenPdf': false}");

    assertThat(run.text("output.filledValues.Full name")).isEqualTo("Ada");
    try (PDDocument pdf = edited(run)) {
      assertThat(pdf.getDocumentCatalog().getAcroForm().getField("full_name").getValueAsString())
          .isEqualTo("Ada");
    }
  }

  @Test
  void fieldsBecomeTextUnlessTheyAreToStay() throws IOException {
    TestClient.Response run =
        edit("{'type': 'object', 'properties': {'Full name': {'extend_edit:value': 'Ada'}}}");

    try (PDDocument pdf = edited(run)) {
      assertThat(pdf.getDocumentCatalog().getAcroForm().getFields()).isEmpty();
      assertThat(new PDFTextStripper().getText(pdf)).contains("Ada");
    }
  }

  @Test
  void fieldsThatThePdfHasNotAreDrawnWhereTheSchemaSays() throws IOException {
    String file = fixture.upload("a.pdf", SamplePdf.invoice());
    TestClient.Response run =
        fixture.current.post(
            "/edit",
            "{'file': {'id': '"
                + file
                + "'}, 'config': {'schema': {'type': 'object', 'properties': {"
                + "'remark': {'type': ['string', 'null'], 'extend_edit:page_index': 0,"
                + box(400, 40)
                + ", 'extend_edit:value': 'Seen by Ada'},"
                + "'paid': {'type': ['boolean', 'null'],"
                + box(400, 80)
                + ", 'extend_edit:value': true},"
                + "'status': {'enum': ['open', 'done'],"
                + box(400, 120)
                + ", 'extend_edit:value': 'done'}}},"
                + " 'advancedOptions': {'flattenPdf': false}}}");

    assertThat(run.at("output.filledValues"))
        .isEqualTo(Map.of("remark", "Seen by Ada", "paid", true, "status", "done"));
    try (PDDocument pdf = edited(run)) {
      PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
      assertThat(form.getField("remark").getValueAsString()).isEqualTo("Seen by Ada");
      assertThat(form.getField("paid").getValueAsString()).isEqualTo("Yes");
      assertThat(form.getField("status").getValueAsString()).isEqualTo("[done]");
      PDRectangle box = form.getField("remark").getWidgets().get(0).getRectangle();
      float height = pdf.getPage(0).getCropBox().getHeight();
      assertThat(box.getLowerLeftX()).isEqualTo(400);
      assertThat(height - box.getUpperRightY()).isEqualTo(40);
    }
    assertThat(run.at("metrics.fieldCount")).isEqualTo(3L);
  }

  @Test
  void drawnFieldsBecomeTextLikeAllOthers() throws IOException {
    TestClient.Response run =
        edit(
            "{'type': 'object', 'properties': {'remark': {"
                + box(300, 40)
                + ", 'extend_edit:value': 'Seen by Ada'}}}");

    try (PDDocument pdf = edited(run)) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Seen by Ada");
    }
  }

  @Test
  void nothingIsDrawnIfOnlyNativeFieldsAreWanted() {
    TestClient.Response run =
        edit(
            "{'type': 'object', 'properties': {'remark': {"
                + box(300, 40)
                + ", 'extend_edit:value': 'x'}}}",
            "{'nativeFieldsOnly': true}");

    assertThat(run.names("output.filledValues")).isEmpty();
  }

  @Test
  void fieldThatCannotBeDrawnFailsTheRun() {
    TestClient.Response signature =
        edit(
            "{'type': 'object', 'properties': {'sign': {'extend_edit:field_type': 'signature',"
                + box(300, 40)
                + "}}}");
    TestClient.Response nowhere =
        edit(
            "{'type': 'object', 'properties': {'far': {'extend_edit:page_index': 9,"
                + box(300, 40)
                + "}}}");

    assertThat(signature.text("code")).isEqualTo("INVALID_CONFIG_OPTIONS");
    assertThat(signature.text("message"))
        .isEqualTo(
            "The field sign cannot be drawn: it is of the type signature: the embedded server"
                + " draws the types text, checkbox, dropdown and optionList.");
    assertThat(nowhere.text("message"))
        .isEqualTo(
            "The field far cannot be drawn: it stands on page 9, counted from 0, but the document"
                + " has 1 pages.");
  }

  @Test
  void fieldThatIsNotThereIsLeftOut() {
    TestClient.Response run =
        edit("{'type': 'object', 'properties': {'age': {'extend_edit:value': '7'}}}");

    assertThat(run.names("output.filledValues")).isEmpty();
  }

  @Test
  void pdfWithoutFieldsFails() {
    String file = fixture.upload("a.pdf", SamplePdf.invoice());
    TestClient.Response response =
        fixture.current.post("/edit", "{'file': {'id': '" + file + "'}}");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.text("code")).isEqualTo("FIELD_DETECTION_ERROR");
  }

  @Test
  void fileThatIsNoPdfFails() {
    String file = fixture.upload("a.txt", "x");
    TestClient.Response response =
        fixture.current.post("/edit", "{'file': {'id': '" + file + "'}}");

    assertThat(response.text("code")).isEqualTo("FILE_TYPE_NOT_SUPPORTED");
  }

  @Test
  void detectionFindsTheFieldsWhereTheyStand() {
    String file = fixture.upload("form.pdf", SampleForm.withFields("full_name", "city"));
    TestClient.Response run =
        fixture.current.post("/detect_form", "{'file': {'id': '" + file + "'}}");

    assertThat(run.names("output.schema.properties")).containsExactly("full_name", "city");
    assertThat(run.text("output.schema.properties.city.extend_edit:field_type")).isEqualTo("text");
    assertThat(run.at("metrics.fieldCount")).isEqualTo(2L);
  }

  private static String box(int left, int top) {
    return "'extend_edit:bbox': {'left': "
        + left
        + ", 'top': "
        + top
        + ", 'right': "
        + (left + 100)
        + ", 'bottom': "
        + (top + 18)
        + "}";
  }

  private static PDDocument edited(TestClient.Response run) throws IOException {
    String url = run.text("output.editedFile.presignedUrl");
    try (Response response =
        new OkHttpClient().newCall(new Request.Builder().url(url).build()).execute()) {
      return Loader.loadPDF(response.body().bytes());
    }
  }

  private TestClient.Response edit(String schema) {
    return edit(schema, "{}");
  }

  private TestClient.Response edit(String schema, String options) {
    String file = fixture.upload("form.pdf", SampleForm.withFields("full_name", "city"));
    return fixture.current.post(
        "/edit",
        "{'file': {'id': '"
            + file
            + "'}, 'config': {'schema': "
            + schema
            + ", 'advancedOptions': "
            + options
            + "}}");
  }
}
