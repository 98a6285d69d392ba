package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How parse runs are created and returned, in both API versions. */
final class ParseRunsTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @Test
  void anUnknownChunkingStrategyIs400() {
    TestClient.Response response =
        fixture.current.post(
            "/parse_runs",
            "{'file': {'id': 'file_x'}, 'config': {'chunkingStrategy': {'type': 'line'}}}");

    assertThat(response.text("message"))
        .isEqualTo(
            "The property \"config.chunkingStrategy.type\" must be one of document, page, section,"
                + " but it is \"line\".");
  }

  @Test
  void theOutputCanBeReturnedAsAUrl() {
    String file = fixture.upload("note.txt", "Total: 5");
    String id = fixture.current.post("/parse_runs", "{'file': {'id': '" + file + "'}}").text("id");
    fixture.finishRuns();

    TestClient.Response inline = fixture.current.get("/parse_runs/" + id);
    TestClient.Response byUrl = fixture.current.get("/parse_runs/" + id + "?responseType=url");
    TestClient.Response download =
        fixture.current.send(new Request.Builder().url(byUrl.text("outputUrl")));

    assertThat(byUrl.at("output")).isNull();
    assertThat(inline.at("outputUrl")).isNull();
    assertThat(download.json()).isEqualTo(inline.at("output"));
    fixture.current.validation().assertNone();
  }

  @Test
  void chunksOfThePreviousVersionCanBeReturnedAsUrls() {
    String file = fixture.upload("note.txt", "Total: 5");
    String id =
        fixture.legacy.post("/parse/async", "{'file': {'fileId': '" + file + "'}}").text("id");
    fixture.finishRuns();

    String inline = "parserRun.chunks[0]";
    TestClient.Response byUrl = fixture.legacy.get("/parser_runs/" + id + "?responseType=url");
    TestClient.Response download =
        fixture.current.send(
            new Request.Builder().url(byUrl.text("parserRun.chunks[0].presignedUrl")));

    assertThat(byUrl.text("parserRun.chunks[0].content")).isEmpty();
    assertThat(download.json()).isEqualTo(fixture.legacy.get("/parser_runs/" + id).at(inline));
    fixture.legacy.validation().assertNone();
  }

  @Test
  void theUrlOfAnOutputExpires() {
    String file = fixture.upload("note.txt", "Total: 5");
    String id = fixture.current.post("/parse_runs", "{'file': {'id': '" + file + "'}}").text("id");
    fixture.finishRuns();
    String url = fixture.current.get("/parse_runs/" + id + "?responseType=url").text("outputUrl");

    fixture.clock.advance(Duration.ofMinutes(15));

    assertThat(fixture.current.send(new Request.Builder().url(url)).status()).isEqualTo(403);
  }

  @Test
  void metadataIsReturnedAsSent() {
    String file = fixture.upload("note.txt", "Total: 5");

    TestClient.Response run =
        fixture.current.post(
            "/parse_runs",
            "{'file': {'id': '" + file + "'}, 'metadata': {'n': 3, 'x': 1.50, 'none': null}}");

    assertThat(run.text()).contains("\"metadata\":{\"n\":3,\"x\":1.50,\"none\":null}");
  }

  @Test
  void aUrlWithoutASchemeIs400() {
    assertThat(
            fixture
                .current
                .post("/parse_runs", "{'file': {'url': 'example.com/a.pdf'}}")
                .text("message"))
        .isEqualTo(
            "The property \"file.url\" must be an http or https URL, but it is example.com/a.pdf.");
  }

  @Test
  void parsingDoesNotAcceptText() {
    assertThat(fixture.current.post("/parse_runs", "{'file': {'text': 'a'}}").text("message"))
        .isEqualTo(
            "The property \"file\" must have exactly one of url, id, base64, but it has none.");
  }

  @Test
  void anUnknownFileIs404() {
    TestClient.Response response =
        fixture.current.post("/parse_runs", "{'file': {'id': 'file_none'}}");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text("message"))
        .isEqualTo("There is no file with the ID file_none, which file.id names.");
    fixture.current.validation().assertNone();
  }

  @Test
  void aFailedRunOfThePreviousVersionHasNoChunks() {
    String file = fixture.upload("a.bin", "x");
    String id =
        fixture.legacy.post("/parse/async", "{'file': {'fileId': '" + file + "'}}").text("id");
    fixture.finishRuns();

    TestClient.Response run = fixture.legacy.get("/parser_runs/" + id);

    assertThat(run.text("parserRun.status")).isEqualTo("FAILED");
    assertThat(run.text("parserRun.failureReason")).isEqualTo("FILE_TYPE_NOT_SUPPORTED");
    assertThat(run.at("parserRun.chunks")).isEqualTo(List.of());
    fixture.legacy.validation().assertNone();
  }
}
