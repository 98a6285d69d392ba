package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions of saved processors. */
final class ProcessorVersionsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void versionsAreCountedUpAndKeepTheirConfig() {
    String id = fixture.extractor("X", "a");
    String versions = "/extractors/" + id + "/versions";
    assertThat(publish(versions, "minor")).isEqualTo("0.1");
    assertThat(publish(versions, "major")).isEqualTo("1.0");
    fixture.current.post(
        "/extractors/" + id, "{'config': {'schema': " + ServerFixture.schema("b") + "}}");
    assertThat(publish(versions, "minor")).isEqualTo("1.1");

    assertThat(fixture.current.get(versions + "/1.0").names("config.schema.properties"))
        .containsExactly("a");
    assertThat(fixture.current.get(versions + "/1.1").names("config.schema.properties"))
        .containsExactly("b");
  }

  @Test
  void aRunUsesTheVersionThatItNames() {
    String id = fixture.extractor("X", "total");
    publish("/extractors/" + id + "/versions", "major");
    fixture.current.post(
        "/extractors/" + id, "{'config': {'schema': " + ServerFixture.schema("date") + "}}");

    assertThat(fields(id, "1.0")).containsExactly("total");
    assertThat(fields(id, "latest")).containsExactly("total");
    assertThat(fields(id, "draft")).containsExactly("date");
  }

  @Test
  void versionsAreListedNewestFirstAndTheDraftBeforeAll() {
    String id = fixture.extractor("X", "total");
    String versions = "/extractors/" + id + "/versions";
    fixture.clock.advance(Duration.ofSeconds(1));
    publish(versions, "minor");
    fixture.clock.advance(Duration.ofSeconds(1));
    publish(versions, "major");

    TestClient.Response listed = fixture.current.get(versions);
    TestClient.Response ascending = fixture.current.get(versions + "?sortDir=asc");
    TestClient.Response legacy =
        fixture.legacy.get("/processors/" + id.replace("ex_", "dp_") + "/versions");

    assertThat(numbers(listed.at("data"))).containsExactly("draft", "1.0", "0.1");
    assertThat(numbers(ascending.at("data"))).containsExactly("0.1", "1.0", "draft");
    assertThat(numbers(legacy.at("versions"))).containsExactly("draft", "1.0", "0.1");
  }

  @Test
  void anUnknownVersionIs404() {
    String id = fixture.extractor("X", "a");
    TestClient.Response response =
        fixture.current.post(
            "/extract_runs",
            "{'file': {'text': 'x'}, 'extractor': {'id': '" + id + "', 'version': '7.0'}}");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text("message"))
        .isEqualTo(
            "The extractor has no version 7.0: use draft, latest or a version that was"
                + " published.");
  }

  private List<String> fields(String extractor, String version) {
    TestClient.Response run =
        fixture.current.post(
            "/extract",
            "{'file': {'text': 'Total: 5'}, 'extractor': {'id': '"
                + extractor
                + "', 'version': '"
                + version
                + "'}}");
    return run.names("output.value");
  }

  private static List<String> numbers(Object versions) {
    return ((List<?>) versions)
        .stream().map(version -> String.valueOf(((Map<?, ?>) version).get("version"))).toList();
  }

  private String publish(String versions, String type) {
    return fixture.current.post(versions, "{'releaseType': '" + type + "'}").text("version");
  }
}
