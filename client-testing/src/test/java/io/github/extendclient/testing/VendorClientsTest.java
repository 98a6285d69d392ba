package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the vendor's clients send, and requests that no client should send. */
final class VendorClientsTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @Test
  void pendingRunOfTheOldShapeHasAnEmptyOutput() {
    String processor =
        fixture.legacy.post("/processors", "{'name': 'X', 'type': 'EXTRACT'}").text("processor.id");
    String body = "{'processorId': '" + processor + "', 'version': 'draft', 'rawText': 'a: b'}";

    TestClient.Response run = fixture.legacy.post("/processor_runs", body);

    assertThat(run.at("processorRun.output")).isEqualTo(Map.of());
    fixture.legacy.validation().assertNone();
  }

  @Test
  void lastOfTwoTypesInARequestCounts() {
    String body =
        "{'name': 'X', 'config': {'type': 'CLASSIFY', 'type': 'EXTRACT', 'schema': {'type':"
            + " 'object', 'properties': {}}}, 'type': 'SPLITTER', 'type': 'EXTRACT'}";

    TestClient.Response processor = fixture.current.post("/processors", body);

    assertThat(processor.text("processor.type")).as(processor.text()).isEqualTo("EXTRACT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evr_", "bpr_"})
  void evaluationRunIsFoundUnderBothPathsByBothIds(String prefix) {
    String set = evaluationSet();
    TestClient.Response created =
        fixture.current.post("/evaluation_set_runs", "{'evaluationSetId': '" + set + "'}");
    String key = created.text("id").replace("evr_", "");

    assertThat(
            fixture
                .current
                .get("/batch_processor_runs/" + prefix + key)
                .text("batchProcessorRun.id"))
        .isEqualTo("bpr_" + key);
    assertThat(fixture.current.get("/evaluation_set_runs/" + prefix + key).text("id"))
        .isEqualTo("evr_" + key);
  }

  private String evaluationSet() {
    String extractor =
        fixture
            .current
            .post(
                "/extractors",
                "{'name': 'E', 'config': {'schema': {'type': 'object', 'properties': {}}}}")
            .text("id");
    String set =
        fixture
            .current
            .post(
                "/evaluation_sets",
                "{'name': 'S', 'entityId': '" + extractor + "', 'description': 'D'}")
            .text("id");
    String file = fixture.upload("a.txt", "a: b");
    TestClient.Response items =
        fixture.current.post(
            "/evaluation_sets/" + set + "/items",
            "{'items': [{'fileId': '" + file + "', 'expectedOutput': {'value': {}}}]}");
    assertThat(items.status()).as(items.text()).isEqualTo(200);
    return set;
  }

  @Test
  void pagesOfAPdfAreCountedOnUploadRetrieveAndList() {
    TestClient.Response upload = fixture.current.upload("a.pdf", SamplePdf.invoice());
    String id = upload.text("id");

    assertThat(upload.at("metadata.pageCount")).isEqualTo(2L);
    assertThat(fixture.current.get("/files/" + id).at("metadata.pageCount")).isEqualTo(2L);
    assertThat(fixture.current.get("/files").at("data[0].metadata.pageCount")).isEqualTo(2L);
    assertThat(fixture.legacy.get("/files/" + id).at("file.metadata.pageCount")).isEqualTo(2L);
    fixture.current.validation().assertNone();
    fixture.legacy.validation().assertNone();
  }

  @Test
  void pagesOfAPdfThatCannotBeReadAreNotCounted() {
    TestClient.Response upload = fixture.current.upload("a.pdf", HostileFiles.deepTree(50));

    assertThat(upload.status()).isEqualTo(200);
    assertThat(upload.names("metadata")).isEmpty();
  }

  @Test
  void nameInUtf8IsDecodedAndAPlusInItStays() {
    TestClient.Response upload = part("form-data; name=\"file\"; filename*=UTF-8''%C3%A4+b.txt");

    assertThat(upload.text("name")).isEqualTo("\u00e4+b.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%zz", "a%4", "%C3%"})
  void nameThatCannotBeDecodedIsRefused(String name) {
    TestClient.Response upload = part("form-data; name=\"file\"; filename*=UTF-8''" + name);

    assertThat(upload.status()).isEqualTo(400);
    assertThat(upload.text("message"))
        .isEqualTo(
            "The form cannot be read: the name \""
                + name
                + "\" of filename* is not"
                + " percent-encoded.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b",
        "--b\r\n",
        "--b--",
        "--b\r\n\r\n",
        "--b\r\nContent-Disposition\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=file\r\n\r\nx",
        "--b\r\nContent-Disposition: form-data; filename=a\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"file; filename=a\r\n\r\nx\r\n--c--",
        "no form at all"
      })
  void malformedFormIsRefused(String form) {
    TestClient.Response response =
        fixture.current.upload(
            "/files/upload",
            RequestBody.create(
                form.getBytes(StandardCharsets.ISO_8859_1),
                MediaType.get("multipart/form-data; boundary=b")));

    assertThat(response.status()).as(response.text()).isEqualTo(400);
    assertThat(response.text("code")).isEqualTo("INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 20_000})
  void deepJsonIsRefusedOrTaken(int depth) {
    String body = "{\"metadata\":{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}}";

    TestClient.Response response = fixture.current.post("/extract_runs", body);

    assertThat(response.status()).isEqualTo(400);
  }

  @Test
  void longNumberOfARequestIsGivenBackAsItCame() {
    String number = "7".repeat(9_000);
    String body = "{'file': {'text': 'a: b'}, 'metadata': {'k': " + number + "}}";

    assertThat(fixture.current.post("/extract_runs", body).text()).contains(":" + number);
  }

  private TestClient.Response part(String disposition) {
    MultipartBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addPart(
                new Headers.Builder().addUnsafeNonAscii("Content-Disposition", disposition).build(),
                RequestBody.create("x", null))
            .build();
    return fixture.current.upload("/files/upload", form);
  }
}
