package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of all operations, and the errors of both versions. */
final class RequestChecksTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @ParameterizedTest
  @ValueSource(strings = {"APPLICATION/JSON", "application/json;charset=utf-8"})
  void jsonMayBeNamedInAnyCaseAndWithACharset(String type) {
    RequestBody body =
        RequestBody.create(
            "{\"file\": {\"text\": \"a\"}}".getBytes(StandardCharsets.UTF_8), MediaType.get(type));

    assertThat(fixture.current.send(fixture.current.request("/extract_runs").post(body)).status())
        .isEqualTo(200);
  }

  @Test
  void anotherTypeThatBeginsLikeJsonIs400() {
    RequestBody body =
        RequestBody.create(new byte[] {'{', '}'}, MediaType.get("application/json-seq"));

    assertThat(
            fixture
                .current
                .send(fixture.current.request("/extract_runs").post(body))
                .text("message"))
        .isEqualTo(
            "The body must be sent as application/json, but its Content-Type is"
                + " \"application/json-seq\".");
  }

  @Test
  void currentVersionIsTheDefault() {
    Request.Builder request =
        fixture.current.request("/files/file_x").removeHeader("x-extend-api-version");

    assertError(
        fixture.current.send(request), 404, "NOT_FOUND", "There is no file with the ID file_x.");
  }

  @Test
  void previousVersionIsTheDefaultOfItsOwnPaths() {
    Request.Builder request =
        fixture.current.request("/parser_runs/parser_run_x").removeHeader("x-extend-api-version");

    TestClient.Response response = fixture.current.send(request);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).contains("There is no parser run with the ID parser_run_x.");
  }

  @Test
  void unknownVersionIs400() {
    Request.Builder request =
        fixture.current.request("/files/file_x").header("x-extend-api-version", "2024-12-23");

    assertError(
        fixture.current.send(request),
        400,
        "INVALID_REQUEST",
        "The header x-extend-api-version names \"2024-12-23\", which is not served: send"
            + " 2026-02-09 or 2025-04-21.");
  }

  @Test
  void unknownPathIs404() {
    assertError(
        fixture.current.get("/invoices?x=1"),
        404,
        "NOT_FOUND",
        "GET /invoices?x=1 is no operation of API version 2026-02-09.");
  }

  @Test
  void wrongMethodIs404() {
    assertError(
        fixture.current.send(
            fixture.current.request("/parse_runs/pr_x").put(RequestBody.create(new byte[0]))),
        404,
        "NOT_FOUND",
        "PUT /parse_runs/pr_x is no operation of API version 2026-02-09.");
  }

  @Test
  void operationOfTheOtherVersionIs404() {
    TestClient.Response response = fixture.legacy.get("/parse_runs/pr_x");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.json())
        .isEqualTo(
            Map.of(
                "success",
                false,
                "error",
                "GET /parse_runs/pr_x is no operation of API version 2025-04-21."));
  }

  @Test
  void operationThatWasRemovedNamesItsReplacement() {
    TestClient.Response parse = fixture.current.get("/parser_runs/parser_run_x");
    TestClient.Response correct =
        fixture.current.post("/workflow_runs/workflow_run_x/outputs/dpr_x", "{}");

    assertThat(parse.status()).isEqualTo(404);
    assertThat(parse.text("code")).isEqualTo("ENDPOINT_REMOVED");
    assertThat(parse.text("message"))
        .isEqualTo(
            "GET /parser_runs/parser_run_x was removed in API version 2026-02-09: use GET"
                + " /parse_runs/{id}.");
    assertThat(correct.text("message"))
        .isEqualTo(
            "POST /workflow_runs/workflow_run_x/outputs/dpr_x was removed in API version"
                + " 2026-02-09: nothing takes its place.");
  }

  @Test
  void encodedSlashStaysInsideTheId() {
    assertError(
        fixture.current.get("/parse_runs/pr_%2F..%2Fx"),
        404,
        "NOT_FOUND",
        "There is no parse run with the ID pr_/../x.");
  }

  @Test
  void emptyIdIsNoOperation() {
    assertError(
        fixture.current.delete("/parse_runs/"),
        404,
        "NOT_FOUND",
        "DELETE /parse_runs/ is no operation of API version 2026-02-09.");
  }

  @Test
  void bodyThatIsNotJsonIs400() {
    assertError(
        fixture.current.post("/parse_runs", "{'file': "),
        400,
        "INVALID_REQUEST",
        "The body is not JSON: End of input");
  }

  @Test
  void bodyOfAnotherTypeIs400() {
    RequestBody body = RequestBody.create("{}", MediaType.get("text/plain"));

    assertError(
        fixture.current.send(fixture.current.request("/parse_runs").post(body)),
        400,
        "INVALID_REQUEST",
        "The body must be sent as application/json, but its Content-Type is"
            + " \"text/plain; charset=utf-8\".");
  }

  @Test
  void bodyThatIsNoObjectIs400() {
    assertError(
        fixture.current.post("/parse_runs", "[1]"),
        400,
        "INVALID_REQUEST",
        "The body must be a JSON object, but it is an array.");
  }

  @Test
  void emptyBodyIs400() {
    assertError(
        fixture.current.post("/parse_runs", ""),
        400,
        "INVALID_REQUEST",
        "The body must be JSON, but it is empty.");
  }

  @Test
  void bodyAboveTheLimitIs400() {
    byte[] spaces = new byte[1 << 20];
    Arrays.fill(spaces, (byte) ' ');
    RequestBody body =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return TestClient.JSON;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            for (int i = 0; i < 73; i++) {
              sink.write(spaces);
            }
          }
        };
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      assertThat(unchecked.send(unchecked.request("/extract_runs").post(body)).text("message"))
          .isEqualTo(
              "The body must have at most 75497472 bytes, which is the limit of the embedded"
                  + " server.");
    }
  }

  @Test
  void missingPropertyIsNamed() {
    assertError(
        fixture.current.post("/parse_runs", "{}"),
        400,
        "INVALID_REQUEST",
        "The property \"file\" is required, but it is missing.");
  }

  @Test
  void propertyOfWrongTypeIsNamedWithItsPath() {
    assertError(
        fixture.current.post("/parse_runs", "{'file': {'id': 7}}"),
        400,
        "INVALID_REQUEST",
        "The property \"file.id\" must be a string, but it is a number.");
  }

  @Test
  void missingPropertyOfThePreviousVersionIsNamedInItsErrorShape() {
    TestClient.Response response = fixture.legacy.post("/parse/async", "{}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json())
        .isEqualTo(
            Map.of(
                "success",
                false,
                "error",
                "The property \"file\" is required, but it is missing."));
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(300) + "]".repeat(300);

    assertThat(fixture.current.post("/parse_runs", "{'file': " + deep + "}").status())
        .isEqualTo(400);
  }

  @Test
  void metadataAbove10KilobytesIs400() {
    String large = "x".repeat(10_240);

    assertError(
        fixture.current.post(
            "/parse_runs", "{'file': {'id': 'file_x'}, 'metadata': {'a': '" + large + "'}}"),
        400,
        "INVALID_REQUEST",
        "The property \"metadata\" must have at most 10240 bytes, but it has 10248.");
  }

  @Test
  void usageTagsOfOtherCharactersAre400() {
    assertError(
        fixture.current.post(
            "/parse_runs",
            "{'file': {'id': 'file_x'}, 'metadata': {'extend:usage_tags': ['a b']}}"),
        400,
        "INVALID_REQUEST",
        "The property \"metadata.extend:usage_tags\" must be an array of strings of letters,"
            + " digits, \"-\" and \"_\".");
  }

  @Test
  void batchOfMoreThan1000InputsIs400() {
    String input = "{'file': {'text': 'a'}}";
    String inputs = input + (", " + input).repeat(1000);

    TestClient.Response many =
        fixture.current.post("/parse_runs/batch", "{'inputs': [" + inputs + "]}");
    TestClient.Response none = fixture.current.post("/parse_runs/batch", "{'inputs': []}");

    assertThat(many.status()).isEqualTo(400);
    assertThat(many.text("message"))
        .isEqualTo("The property \"inputs\" must have 1 to 1000 items, but it has 1001.");
    assertThat(none.text("message"))
        .isEqualTo("The property \"inputs\" must have 1 to 1000 items, but it has 0.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/extract_runs; {'extractionRules': 7}; config.extractionRules\" must be a string, but it"
            + " is a number",
        "/extract_runs; {'advancedOptions': 'x'}; config.advancedOptions\" must be an object, but"
            + " it is a string",
        "/extract_runs; {'parseConfig': {'target': 7}}; config.parseConfig.target\" must be a"
            + " string, but it is a number",
        "/edit_runs; {'schema': {}}; config.schema.properties\" is required, but it is missing",
        "/edit_runs; {'advancedOptions': {'flattenPdf': 'x'}}; config.advancedOptions.flattenPdf\""
            + " must be a boolean, but it is a string"
      })
  void optionOfAWrongTypeIsNamed(String path, String config, String problem) {
    assertError(
        fixture.current.post(path, "{'file': {'id': 'file_x'}, 'config': " + config + "}"),
        400,
        "INVALID_REQUEST",
        "The property \"" + problem + ".");
  }

  @Test
  void optionThatIsNullIsMissingInThePreviousVersion() {
    String file = fixture.upload("a.txt", "Total: 5");

    TestClient.Response response =
        fixture.legacy.post(
            "/parse", "{'file': {'fileId': '" + file + "'}, 'config': {'target': null}}");

    assertThat(response.text("config.target")).isEqualTo("markdown");
  }

  @Test
  void workflowRunsOfThePreviousVersionOverMoreThan50FilesAre400() {
    String workflow = fixture.current.post("/workflows", "{'name': 'W'}").text("id");
    String file = "{'fileId': '" + fixture.upload("a.txt", "Total: 5") + "'}";

    TestClient.Response response =
        fixture.legacy.post(
            "/workflow_runs",
            "{'workflowId': '"
                + workflow
                + "', 'files': ["
                + file
                + (", " + file).repeat(50)
                + "]}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("error"))
        .isEqualTo("The property \"files\" must have at most 50 files, but it has 51.");
  }

  @Test
  void priorityOutside1To100Is400() {
    assertError(
        fixture.current.post("/extract_runs", "{'file': {'text': 'a'}, 'priority': 101}"),
        400,
        "INVALID_REQUEST",
        "The property \"priority\" must be between 1 and 100, but it is 101.");
  }

  private static void assertError(
      TestClient.Response response, int status, String code, String message) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.json())
        .isEqualTo(
            Map.of(
                "code",
                code,
                "message",
                message,
                "retryable",
                false,
                "requestId",
                String.valueOf(response.http().header("x-extend-request-id"))));
  }
}
