package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What runs of all kinds have in common: cancelling, failures, batches. */
final class RunsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void aRunCanBeCancelledOnce() {
    String run = fixture.current.post("/extract_runs", "{'file': {'text': 'a: b'}}").text("id");
    String cancel = "/extract_runs/" + run + "/cancel";

    assertThat(post(cancel).text("status")).isEqualTo("CANCELLED");
    fixture.finishRuns();
    assertThat(fixture.current.get("/extract_runs/" + run).text("status")).isEqualTo("CANCELLED");
    assertThat(post(cancel).status()).isEqualTo(400);
  }

  @Test
  void aCancelledParseRunIsSeenByBothVersions() {
    String file = fixture.upload("a.txt", "x");
    String run = fixture.current.post("/parse_runs", "{'file': {'id': '" + file + "'}}").text("id");

    TestClient.Response cancelled = post("/parse_runs/" + run + "/cancel");

    assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("failureReason")).isEqualTo("ABORTED");
    assertThat(fixture.current.get("/parse_runs?status=CANCELLED").text("data[0].id"))
        .isEqualTo(run);
    String legacy = "/parser_runs/" + run.replace("pr_", "parser_run_");
    assertThat(fixture.legacy.get(legacy).text("parserRun.status")).isEqualTo("FAILED");
  }

  @Test
  void theNameOfAFileCanOrderAFailure() {
    assertThat(fixture.parse(fixture.upload("FAIL_OCR_ERROR.txt", "x"), "{}").text("failureReason"))
        .isEqualTo("OCR_ERROR");
    assertThat(
            fixture
                .extract(fixture.upload("FAIL_OUT_OF_CREDITS.txt", "x"), "{}")
                .text("failureReason"))
        .isEqualTo("OUT_OF_CREDITS");
    assertThat(
            fixture.extract(fixture.upload("FAIL_OCR_ERROR.txt", "x"), "{}").text("failureMessage"))
        .isEqualTo("OCR_ERROR: The name of the file FAIL_OCR_ERROR.txt asks for this failure.");
  }

  @Test
  void theFailureOfASynchronousRunIsAnError() {
    String file = fixture.upload("FAIL_OCR_ERROR.txt", "x");
    TestClient.Response response =
        fixture.current.post("/parse", "{'file': {'id': '" + file + "'}}");

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.text("code")).isEqualTo("OCR_ERROR");
    assertThat(response.at("retryable")).isEqualTo(true);
  }

  @Test
  void base64IsReadAsAFile() {
    TestClient.Response run =
        fixture.current.post("/parse", "{'file': {'base64': 'SGVsbG8gd29ybGQ=', 'name': 'a.txt'}}");

    assertThat(run.text("output.chunks[0].content")).isEqualTo("Hello world");
  }

  @Test
  void aBatchHasARunForEachInput() {
    String id = fixture.extractor("X", "total");
    TestClient.Response batch =
        fixture.current.post(
            "/extract_runs/batch",
            "{'extractor': {'id': '"
                + id
                + "'}, 'inputs': [{'file': {'text': 'Total: 1'}}, {'file': {'text': 'Total: 2'}}]}");

    assertThat(batch.text("status")).isEqualTo("PENDING");
    assertThat(batch.at("runCount")).isEqualTo(2L);
    fixture.finishRuns();
    TestClient.Response runs =
        fixture.current.get("/extract_runs?batchId=" + batch.text("id") + "&sortDir=asc");
    assertThat((List<?>) runs.at("data")).hasSize(2);
  }

  private TestClient.Response post(String path) {
    return fixture.current.send(
        fixture.current.request(path).post(RequestBody.create(new byte[0])));
  }
}
