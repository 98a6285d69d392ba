package io.github.extendclient.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.v20260209.api.FilesApi;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.SortDirection;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generated listings of both versions. */
class GeneratedPagesTest extends MockServerFixture {
  // Every character of the vendor's example that a query must escape.
  private static final String TOKEN = "xK9m==:zWv/Q+CN=";

  private ExtendClient extend = ExtendClient.builder().apiKey("sk_1").build();

  @BeforeEach
  void connect() {
    extend = ExtendClient.builder().apiKey("sk_1").baseUrl(server.url("/").toString()).build();
  }

  @AfterEach
  void close() {
    extend.close();
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static FilesApi.ListParams params() {
    return FilesApi.ListParams.builder()
        .nameContains("a&b")
        .sortDir(SortDirection.ASC)
        .maxPageSize(2)
        .build();
  }

  @Test
  void ofTheCurrentVersion() {
    enqueue(
        json(
            "{\"object\":\"list\",\"data\":[{\"id\":\"file_1\"}],\"nextPageToken\":\""
                + TOKEN
                + "\"}"),
        json("{\"object\":\"list\",\"data\":[{\"id\":\"file_2\"}]}"));

    Pages<FileSummary> files = Pages.of(extend.files()::list, params());

    assertThat(files.stream().map(FileSummary::getId)).containsExactly("file_1", "file_2");
    assertThat(takeRequest().getUrl().queryParameterNames())
        .containsExactlyInAnyOrder("nameContains", "sortDir", "maxPageSize");
    assertThat(takeRequest().getTarget())
        .isEqualTo(
            "/files?nameContains=a%26b&sortDir=asc&maxPageSize=2&nextPageToken="
                + "xK9m%3D%3D%3AzWv%2FQ%2BCN%3D");
  }

  @Test
  void ofThePreviousVersion() {
    enqueue(
        json("{\"success\":true,\"files\":[{\"id\":\"file_1\"}],\"nextPageToken\":\"t\"}"),
        json("{\"success\":true,\"files\":[],\"nextPageToken\":null}"));
    List<String> ids = new ArrayList<>();

    Pages.of(
            extend.v20250421().files()::list,
            io.github.extendclient.v20250421.api.FilesApi.ListParams.builder().build())
        .forEach(file -> ids.add(file.getId()));

    assertThat(ids).containsExactly("file_1");
    takeRequest();
    assertThat(takeRequest().getTarget()).isEqualTo("/files?nextPageToken=t");
  }

  @Test
  void withoutBlocking() {
    enqueue(
        json("{\"object\":\"list\",\"data\":[{\"id\":\"file_1\"}],\"nextPageToken\":\"t\"}"),
        json("{\"object\":\"list\",\"data\":[{\"id\":\"file_2\"}]}"));
    List<String> ids = new ArrayList<>();

    extend
        .pagesAsync(extend.files()::listAsync, params())
        .forEach(file -> ids.add(file.getId()))
        .join();

    assertThat(ids).containsExactly("file_1", "file_2");
  }
}
