package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which items an evaluation set takes. */
final class EvaluationSetsTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @Test
  void moreThan100ItemsAtOnceAre400() {
    String item = item(", 'fileId': '" + fixture.upload("a.txt", "a") + "'");
    String set = set(fixture.extractor("X", "a"));

    TestClient.Response response =
        fixture.current.post(
            "/evaluation_sets/" + set + "/items",
            "{'items': [" + item + (", " + item).repeat(100) + "]}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("message"))
        .isEqualTo("The property \"items\" must have 1 to 100 items, but it has 101.");
  }

  @Test
  void itemsOfSeveralFilesAreForExtractorsOnly() {
    String classifier = fixture.current.post("/classifiers", "{'name': 'C'}").text("id");
    String files = "'" + fixture.upload("a.txt", "a") + "', '" + fixture.upload("b.txt", "b") + "'";

    TestClient.Response response =
        fixture.current.post(
            "/evaluation_sets/" + set(classifier) + "/items",
            "{'items': [" + item(", 'fileIds': [" + files + "]") + "]}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("message"))
        .isEqualTo(
            "The property \"items[0].fileIds\" is only taken by the evaluation sets of extractors:"
                + " use \"fileId\".");
  }

  @Test
  void expectedValueThatIsNoObjectIs400() {
    String set = set(fixture.extractor("X", "a"));
    String file = fixture.upload("a.txt", "a");

    TestClient.Response response =
        fixture.current.post(
            "/evaluation_sets/" + set + "/items",
            "{'items': [{'expectedOutput': {'value': 7}, 'fileId': '" + file + "'}]}");

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text("message"))
        .isEqualTo(
            "The property \"items[0].expectedOutput.value\" must be an object, but it is a"
                + " number.");
  }

  private String set(String processor) {
    return fixture
        .current
        .post(
            "/evaluation_sets",
            "{'name': 'E', 'description': 'd', 'entityId': '" + processor + "'}")
        .text("id");
  }

  private static String item(String files) {
    return "{'expectedOutput': {'value': {'a': 'b'}}" + files + "}";
  }
}
