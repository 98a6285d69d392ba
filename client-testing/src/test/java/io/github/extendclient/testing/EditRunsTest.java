package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forms: found, filled in, and refused. */
final class EditRunsTest {
  private final Fixture fixture = new Fixture();

  @AfterEach
  void close() {
    fixture.current.validation().assertNone();
    fixture.close();
  }

  @Test
  void filledFormOpensWithItsValue() throws IOException {
    TestClient.Answer run =
        edit("{'type': 'object', 'properties': {'Full name': {'extend_edit:value': 'Ada'}}}");

    assertThat(run.text("output.filledValues.Full name")).isEqualTo("Ada");
    String url = run.text("output.editedFile.presignedUrl");
    try (Response response =
            new OkHttpClient().newCall(new Request.Builder().url(url).build()).execute();
        PDDocument pdf = Loader.loadPDF(response.body().bytes())) {
      assertThat(pdf.getDocumentCatalog().getAcroForm().getField("full_name").getValueAsString())
          .isEqualTo("Ada");
    }
  }

  @Test
  void fieldThatIsNotThereIsLeftOut() {
    TestClient.Answer run =
        edit("{'type': 'object', 'properties': {'age': {'extend_edit:value': '7'}}}");

    assertThat(run.names("output.filledValues")).isEmpty();
  }

  @Test
  void pdfWithoutFieldsFails() {
    String file = fixture.upload("a.pdf", SamplePdf.invoice());
    TestClient.Answer answer = fixture.current.post("/edit", "{'file': {'id': '" + file + "'}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("code")).isEqualTo("FIELD_DETECTION_ERROR");
  }

  @Test
  void fileThatIsNoPdfFails() {
    String file = fixture.upload("a.txt", "x");
    TestClient.Answer answer = fixture.current.post("/edit", "{'file': {'id': '" + file + "'}}");

    assertThat(answer.text("code")).isEqualTo("FILE_TYPE_NOT_SUPPORTED");
  }

  @Test
  void detectionFindsTheFieldsWhereTheyStand() {
    String file = fixture.upload("form.pdf", SampleForm.withFields("full_name", "city"));
    TestClient.Answer run =
        fixture.current.post("/detect_form", "{'file': {'id': '" + file + "'}}");

    assertThat(run.names("output.schema.properties")).containsExactly("full_name", "city");
    assertThat(run.text("output.schema.properties.city.extend_edit:field_type")).isEqualTo("text");
    assertThat(run.at("metrics.fieldCount")).isEqualTo(2L);
  }

  private TestClient.Answer edit(String schema) {
    String file = fixture.upload("form.pdf", SampleForm.withFields("full_name", "city"));
    return fixture.current.post(
        "/edit", "{'file': {'id': '" + file + "'}, 'config': {'schema': " + schema + "}}");
  }
}
