package io.github.extendclient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.error.ServerException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.time.SystemTimeline;
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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** A user's interface behaves like a generated one. */
class OwnApiTest extends ClientFixture {
  @ApiVersion("2026-12-01")
  public interface BetaApi {
    @Operation(id = "files_search", idempotent = true, category = RateLimitCategory.GET)
    @GET("files/search")
    Found search(@Query("text") String text, @Query("nextPageToken") @Nullable String token);

    default Found search(Search search) {
      return search(search.text(), search.token());
    }

    @Operation(id = "files_freeze", idempotent = false, category = RateLimitCategory.WRITE)
    @POST("files/{id}/freeze")
    JsonValue freeze(
        @IdPrefix("file_") @Path("id") String id, @Body Map<String, JsonValue> settings);

    @Operation(id = "files_freeze", idempotent = false, category = RateLimitCategory.WRITE)
    @POST("files/{id}/freeze")
    CompletableFuture<JsonValue> freezeAsync(
        @IdPrefix("file_") @Path("id") String id, @Body Map<String, JsonValue> settings);

    @Operation(id = "parseRuns_again", idempotent = false, category = RateLimitCategory.RUN)
    @POST("parse_runs/{id}/again")
    ParseRun again(@IdPrefix("pr_") @Path("id") String id);

    @Operation(id = "parseRuns_retrieve", idempotent = true, category = RateLimitCategory.GET)
    @GET("parse_runs/{id}")
    ParseRun retrieve(@IdPrefix("pr_") @Path("id") String id);

    @Operation(id = "parseRuns_retrieve", idempotent = true, category = RateLimitCategory.GET)
    @GET("parse_runs/{id}")
    Call<ParseRun> retrieveCall(@IdPrefix("pr_") @Path("id") String id);

    default ParseRun againAndPoll(String id, RunPoller poller) {
      return poller.poll(again(id).getId(), this::retrieve, run -> run.getStatus().isPending());
    }
  }

  public record Found(List<FileSummary> data, @Nullable String nextPageToken)
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

  record Search(String text, @Nullable String token) implements PageRequest<Search> {
    @Override
    public Search withPageToken(@Nullable String next) {
      return new Search(text, next);
    }
  }

  private static MockResponse json(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse found(String id, String token) {
    return json("{\"data\":[{\"id\":\"" + id + "\"}],\"nextPageToken\":" + token + "}");
  }

  private static MockResponse run(String status) {
    return json("{\"id\":\"pr_1\",\"status\":\"" + status + "\"}");
  }

  @Test
  void sendsTheHeadersOfTheClientAndTheVersionOfTheInterface() {
    enqueue(found("file_1", "null"));

    Found found = extend.api(BetaApi.class).search("a b", null);

    assertThat(found.data().get(0).getId()).isEqualTo("file_1");
    RecordedRequest request = takeRequest();
    assertThat(request.getTarget()).isEqualTo("/files/search?text=a%20b");
    assertThat(request.getHeaders().get("x-extend-api-version")).isEqualTo("2026-12-01");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sk_1");
  }

  @Test
  void anIdempotentOperationIsRetried() {
    enqueue(error(503, ""), error(503, ""), found("file_1", "null"));

    extend.api(BetaApi.class).search("a", null);

    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void anotherOperationIsNotRetriedAfterServerError() {
    enqueue(error(503, ""));

    assertThatThrownBy(() -> extend.api(BetaApi.class).freeze("file_1", Map.of()))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("POST /files/{id}/freeze returned 503 without a text.");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCallEndsAtItsDeadline() {
    enqueue(found("file_1", "null").newBuilder().headersDelay(30, TimeUnit.SECONDS).build());
    CallOptions soon = CallOptions.builder().deadline(Duration.ofMillis(200)).build();
    try (ExtendClient real = builder().timeline(SystemTimeline.INSTANCE, new Random(1)).build()) {
      BetaApi beta = real.withOptions(soon).api(BetaApi.class);

      assertThatThrownBy(() -> beta.search("a", null)).isInstanceOf(DeadlineException.class);
    }
  }

  @Test
  void anIdOfAnotherResourceIsNotSent() {
    BetaApi beta = extend.api(BetaApi.class);

    assertThatThrownBy(() -> beta.freeze("pr_1", Map.of()))
        .isInstanceOf(IdPrefixException.class)
        .hasMessageStartingWith("The id \"pr_1\"");
    assertThatThrownBy(beta.freezeAsync("pr_1", Map.of())::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IdPrefixException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aListingIsReadPageByPage() {
    enqueue(found("file_1", "\"t2\""), found("file_2", "null"));
    BetaApi beta = extend.api(BetaApi.class);

    assertThat(extend.pages(beta::search, new Search("a", null)))
        .extracting(FileSummary::getId)
        .containsExactly("file_1", "file_2");
    takeRequest();
    assertThat(takeRequest().getTarget()).isEqualTo("/files/search?text=a&nextPageToken=t2");
  }

  @Test
  void aRunIsPolled() {
    enqueue(run("PENDING"), run("PROCESSING"), run("PROCESSED"));
    Poller poller =
        Poller.builder().timeout(Duration.ofMinutes(1)).timeline(timeline, new Random(1)).build();

    ParseRun run = extend.api(BetaApi.class).againAndPoll("pr_1", poller);

    assertThat(run.getStatus().value()).isEqualTo("PROCESSED");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void futuresAndCallsAreTheSameOperation() throws IOException {
    enqueue(json("{\"frozen\":true}"), error(503, ""), run("PROCESSED"));
    BetaApi beta = extend.api(BetaApi.class);

    JsonValue frozen = beta.freezeAsync("file_1", Map.of("days", JsonValue.of(3))).join();
    ParseRun run = beta.retrieveCall("pr_1").execute().body();

    assertThat(frozen.json()).isEqualTo("{\"frozen\":true}");
    assertThat(takeRequest().getBody().utf8()).isEqualTo("{\"days\":3}");
    assertThat(run.getId()).isEqualTo("pr_1");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ApiVersion("2026-02-09")
  interface TableApi {
    @Operation(id = "files_table", idempotent = true, category = RateLimitCategory.GET)
    @Headers("Accept: text/csv")
    @GET("files/table")
    String table();
  }

  private static MockResponse csv(String type, byte[] body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", type)
        .chunkedBody(new Buffer().write(body), 1000)
        .build();
  }

  @Test
  void textIsReadInItsCharset() {
    enqueue(
        csv("text/csv; charset=iso-8859-1", "ä;\"b\"".getBytes(ISO_8859_1)),
        csv("text/csv", "ä;b".getBytes(UTF_8)));
    TableApi api = extend.api(TableApi.class);

    assertThat(api.table()).isEqualTo("ä;\"b\"");
    assertThat(api.table()).isEqualTo("ä;b");
    assertThat(takeRequest().getHeaders().get("Accept")).isEqualTo("text/csv");
  }

  @Test
  void emptyTextIsEmpty() {
    enqueue(csv("text/csv", new byte[0]));

    assertThat(extend.api(TableApi.class).table()).isEmpty();
  }

  @Test
  void textIsReadUpToTheLimitOfTheClient() {
    enqueue(csv("text/csv", new byte[3000]));
    try (ExtendClient small = builder().maxResponseBytes(2000).build()) {
      TableApi api = small.api(TableApi.class);

      assertThatThrownBy(api::table)
          .isInstanceOf(TransportException.class)
          .hasMessageContaining(
              "the response is larger than 2000 bytes, the most that this client takes: raise"
                  + " maxResponseBytes");
    }
  }

  @Test
  void aViewHasItsOwnObject() {
    ExtendClient view = extend.withOptions(CallOptions.builder().workspace("ws_1").build());
    enqueue(run("PROCESSED"));

    assertThat(extend.api(BetaApi.class)).isSameAs(extend.api(BetaApi.class));
    view.api(BetaApi.class).retrieve("pr_1");
    assertThat(takeRequest().getHeaders().get("x-extend-workspace-id")).isEqualTo("ws_1");
  }
}
