package io.github.extendclient.testing;

import static io.github.extendclient.testing.TestClient.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of bodies, and their errors in both versions. */
final class BodyChecksTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

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
}
