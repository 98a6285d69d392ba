package io.github.extendclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.runtime.RunPoller;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.ParseRun;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The code of docs/operations-not-in-the-specification.md. */
class OwnOperationPageTest {
  // region interface
  @ApiVersion("2026-02-09")
  interface LegalHoldApi {
    @Operation(id = "files_hold", idempotent = false, category = RateLimitCategory.WRITE)
    @POST("files/{id}/hold")
    JsonValue hold(@IdPrefix("file_") @Path("id") String id, @Body Map<String, JsonValue> hold);

    @Operation(id = "files_hold", idempotent = false, category = RateLimitCategory.WRITE)
    @POST("files/{id}/hold")
    CompletableFuture<JsonValue> holdAsync(
        @IdPrefix("file_") @Path("id") String id, @Body Map<String, JsonValue> hold);

    @Operation(id = "files_held", idempotent = true, category = RateLimitCategory.GET)
    @GET("files/held")
    HeldFiles held(@Query("reason") String reason, @Query("nextPageToken") @Nullable String token);
  }

  // endregion

  // region page
  public record HeldFiles(List<FileSummary> data, @Nullable String nextPageToken)
      implements Page<FileSummary> {
    @Override
    public List<FileSummary> pageItems() {
      return data;
    }

    @Override
    public @Nullable String pageToken() {
      return nextPageToken;
    }
  }

  record Held(String reason, @Nullable String token) implements PageRequest<Held> {
    @Override
    public Held withPageToken(@Nullable String next) {
      return new Held(reason, next);
    }
  }

  // endregion

  // region poll
  @ApiVersion("2026-02-09")
  public interface RepeatApi {
    @Operation(id = "parseRuns_repeat", idempotent = false, category = RateLimitCategory.RUN)
    @POST("parse_runs/{id}/repeat")
    ParseRun repeat(@IdPrefix("pr_") @Path("id") String id);

    default ParseRun repeatAndPoll(ExtendClient extend, String id, RunPoller poller) {
      return poller.poll(
          repeat(id).getId(), extend.parseRuns()::retrieve, run -> run.getStatus().isPending());
    }
  }

  // endregion

  private final MockWebServer server = new MockWebServer();
  private ExtendClient extend = ExtendClient.builder().apiKey("sk_1").build();

  @BeforeEach
  void start() throws IOException {
    server.start();
    extend = ExtendClient.builder().apiKey("sk_1").baseUrl(server.url("/").toString()).build();
  }

  @AfterEach
  void close() {
    extend.close();
    server.close();
  }

  @Test
  void callsAnOperationThatTheSpecificationDoesNotHave() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().body("{\"held\":true}").build());

    // region call
    LegalHoldApi holds = extend.api(LegalHoldApi.class);
    JsonValue response = holds.hold("file_1", Map.of("reason", JsonValue.of("audit")));
    // endregion

    assertThat(response.json()).isEqualTo("{\"held\":true}");
    assertThat(server.takeRequest().getRequestLine()).isEqualTo("POST /files/file_1/hold HTTP/1.1");
  }

  @Test
  void readsAListing() {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"data\":[{\"id\":\"file_1\"}],\"nextPageToken\":\"t2\"}")
            .build());
    server.enqueue(new MockResponse.Builder().body("{\"data\":[{\"id\":\"file_2\"}]}").build());
    LegalHoldApi holds = extend.api(LegalHoldApi.class);
    StringBuilder ids = new StringBuilder();

    // region pages
    for (FileSummary file :
        extend.pages(
            params -> holds.held(params.reason(), params.token()), new Held("audit", null))) {
      ids.append(file.getId()).append(' ');
    }
    // endregion

    assertThat(ids).hasToString("file_1 file_2 ");
  }

  @Test
  void waitsForARun() {
    server.enqueue(
        new MockResponse.Builder().body("{\"id\":\"pr_2\",\"status\":\"PENDING\"}").build());
    server.enqueue(
        new MockResponse.Builder().body("{\"id\":\"pr_2\",\"status\":\"PROCESSED\"}").build());

    ParseRun run =
        extend
            .api(RepeatApi.class)
            .repeatAndPoll(extend, "pr_1", Poller.upTo(Duration.ofSeconds(30)));

    assertThat(run.getStatus().value()).isEqualTo("PROCESSED");
  }
}
