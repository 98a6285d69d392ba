package io.github.extendclient.testing;

import static io.github.extendclient.testing.TestClient.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
}
