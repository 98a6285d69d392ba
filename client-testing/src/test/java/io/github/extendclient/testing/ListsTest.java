package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, order, filters and tokens of lists. */
final class ListsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void pagesFollowEachOtherWithoutGapOrOverlap() {
    upload(25);

    List<String> names = new ArrayList<>();
    String query = "?sortDir=asc&maxPageSize=10";
    TestClient.Response page = fixture.current.get("/files" + query);
    names.addAll(names(page));
    while (page.at("nextPageToken") != null) {
      page = fixture.current.get("/files" + query + "&nextPageToken=" + encoded(page));
      names.addAll(names(page));
    }

    assertThat(names).hasSize(25).doesNotHaveDuplicates().startsWith("0.txt", "1.txt");
  }

  @Test
  void pageHasTenItemsUnlessAskedAndTheNewestFirst() {
    upload(12);

    assertThat(names(fixture.current.get("/files"))).hasSize(10).startsWith("11.txt", "10.txt");
  }

  @Test
  void tokenOfOtherParametersIsRefused() {
    upload(3);
    TestClient.Response page = fixture.current.get("/files?maxPageSize=2");

    TestClient.Response refused =
        fixture.current.get("/files?maxPageSize=1&nextPageToken=" + encoded(page));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("message"))
        .isEqualTo(
            "The query parameter \"nextPageToken\" is none that this list gave out for these"
                + " parameters: send it unchanged, with all other parameters as before.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a:b", "::", "AAAA:MSwyLDM="})
  void inventedTokenIsRefused(String token) {
    assertThat(fixture.current.get("/extract_runs?nextPageToken=" + token).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "ten"})
  void pageSizeOutside1To1000IsRefused(String size) {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Response refused = unchecked.get("/files?maxPageSize=" + size);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text("message"))
          .isEqualTo(
              "The query parameter \"maxPageSize\" must be an integer between 1 and 1000, but it"
                  + " is \""
                  + size
                  + "\".");
    }
  }

  @Test
  void nameFilterIgnoresCase() {
    fixture.upload("Invoice-March.txt", "a");
    fixture.upload("receipt.txt", "b");

    assertThat(names(fixture.current.get("/files?nameContains=invoice")))
        .containsExactly("Invoice-March.txt");
  }

  @Test
  void runsAreFilteredByStatusBatchAndSource() {
    String file = fixture.upload("a.txt", "Total: 5");
    String input = "{'file': {'id': '" + file + "'}}";
    String batch =
        fixture.current.post("/parse_runs/batch", "{'inputs': [" + input + "]}").text("id");
    fixture.current.post("/parse_runs", input);

    assertThat(count("/parse_runs?batchId=" + batch)).isEqualTo(1);
    assertThat(count("/parse_runs?status=PENDING")).isEqualTo(1);
    assertThat(count("/parse_runs?source=API")).isEqualTo(1);
    fixture.finishRuns();
    assertThat(count("/parse_runs?status=PROCESSED")).isEqualTo(2);
    assertThat(fixture.current.get("/batch_runs/" + batch).text("status")).isEqualTo("PROCESSED");
  }

  @Test
  void parseRunsOfABatchAreListedWhateverTheSource() {
    String input = "{'file': {'id': '" + fixture.upload("a.txt", "Total: 5") + "'}}";
    String batch =
        fixture.current.post("/parse_runs/batch", "{'inputs': [" + input + "]}").text("id");

    assertThat(count("/parse_runs?source=API&batchId=" + batch)).isEqualTo(1);
  }

  @Test
  void laterPagesHaveItemsOfTheMillisecondOfTheFirstPage() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00.000900Z"), ZoneOffset.UTC);
    try (ExtendServer server = ExtendServer.builder().clock(clock).start();
        TestClient client = new TestClient(server, TestClient.CURRENT)) {
      client.upload("0.txt", new byte[] {'a'});
      client.upload("1.txt", new byte[] {'a'});
      TestClient.Response first = client.get("/files?maxPageSize=1");

      TestClient.Response second =
          client.get("/files?maxPageSize=1&nextPageToken=" + encoded(first));

      assertThat(names(second)).containsExactly("0.txt");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parse_runs", "/edit_runs", "/extract_runs", "/workflow_runs"})
  void statusOfEveryListMustBeOneOfTheApi(String path) {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Response refused = unchecked.get(path + "?status=DONE");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text("message")).contains("must be one of CANCELLED, ");
      for (String status : List.of("PENDING", "PROCESSING", "PROCESSED", "FAILED", "CANCELLED")) {
        assertThat(unchecked.get(path + "?status=" + status).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void sortByUpdatedAtPutsTheLatestChangeFirst() {
    String first = extractor("first");
    fixture.clock.advance(Duration.ofSeconds(1));
    extractor("second");
    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.current.post("/extractors/" + first, "{'name': 'renamed'}");

    assertThat(names(fixture.current.get("/extractors"))).containsExactly("renamed", "second");
    assertThat(names(fixture.current.get("/extractors?sortBy=createdAt")))
        .containsExactly("second", "renamed");
  }

  @Test
  void previousVersionHasItsEnvelope() {
    upload(2);

    TestClient.Response page = fixture.legacy.get("/files?maxPageSize=1");

    assertThat(page.json()).containsKeys("success", "files", "nextPageToken");
    fixture.legacy.validation().assertNone();
  }

  private void upload(int count) {
    for (int i = 0; i < count; i++) {
      fixture.upload(i + ".txt", "text");
    }
  }

  private String extractor(String name) {
    return fixture.current.post("/extractors", "{'name': '" + name + "'}").text("id");
  }

  private int count(String path) {
    return ((List<?>) fixture.current.get(path).at("data")).size();
  }

  private static List<String> names(TestClient.Response page) {
    return ((List<?>) page.at("data"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("name"))).toList();
  }

  private static String encoded(TestClient.Response page) {
    return URLEncoder.encode(page.text("nextPageToken"), StandardCharsets.UTF_8);
  }
}
