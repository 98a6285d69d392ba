package io.github.extendclient.nasty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.contract.Offline;
import io.github.extendclient.nasty.api.HostileThingsApi;
import io.github.extendclient.nasty.api.HostileThingsApi.ImportThingsParams;
import io.github.extendclient.nasty.api.HostileThingsApi.ListParams;
import io.github.extendclient.nasty.api.HostileThingsApi.RetrieveParams;
import io.github.extendclient.nasty.api.NastyRunsApi;
import io.github.extendclient.nasty.model.Leaf;
import io.github.extendclient.nasty.model.ModelJsonAdapterFactory;
import io.github.extendclient.nasty.model.NastyRun;
import io.github.extendclient.nasty.model.NastyStatus;
import io.github.extendclient.nasty.model.Odd;
import io.github.extendclient.nasty.model.WrappedRunResponse;
import io.github.extendclient.runtime.ApiFactory;
import io.github.extendclient.runtime.ApiVersion;
import io.github.extendclient.runtime.IdPrefix;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.PageRequest;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.runtime.RunOperations;
import io.github.extendclient.runtime.RunPoller;
import io.github.extendclient.runtime.Upload;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private final Offline offline = new Offline(new ModelJsonAdapterFactory());
  private final HostileThingsApi things = offline.create(HostileThingsApi.class);
  private final NastyRunsApi runs = offline.create(NastyRunsApi.class);

  @Test
  void aPathTakesTwoIdsAndEscapesThem() {
    Request request =
        things
            .retrieveCall(
                "thing_/../a b",
                "part_ä?#",
                RetrieveParams.builder().default_(Odd.A_SLASH_B).if_(9_000_000_000L).build())
            .request();

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.url())
        .hasToString(
            "https://api.example/v1/things/thing_%2F..%2Fa%20b/parts/part_%C3%A4%3F%23"
                + "?default=a%2Fb&if=9000000000");
  }

  @Test
  void defaultsOfTheServerAreNotSent() {
    assertThat(things.retrieveCall("thing_1", "part_1").request().url())
        .hasToString("https://api.example/v1/things/thing_1/parts/part_1");
    assertThat(things.listCall(ListParams.builder().build()).request().url())
        .hasToString("https://api.example/v1/things");
  }

  @Test
  void aListSendsItsParametersByTheirNames() {
    ListParams params =
        ListParams.builder()
            .filter(NastyStatus.of("NEW STATE"))
            .package_("a&b=c")
            .createdAfter(OffsetDateTime.parse("2026-02-09T12:30:00Z"))
            .deep(false)
            .size(1000)
            .build();

    assertThat(things.listCall(params).request().url())
        .hasToString(
            "https://api.example/v1/things?filter=NEW%20STATE&package=a%26b%3Dc"
                + "&created%5Bafter%5D=2026-02-09T12%3A30%3A00Z&deep=false&size=1000");
  }

  @Test
  void theNextPageIsAskedForWithTheSameParameters() {
    PageRequest<ListParams> params = ListParams.builder().size(1).page("first").build();

    assertThat(params.withPageToken("a token")).isEqualTo(Map.of("size", "1", "page", "a%20token"));
    assertThat(params.withPageToken(null)).isEqualTo(Map.of("size", "1"));
    assertThat(params).isEqualTo(Map.of("size", "1", "page", "first"));
  }

  @Test
  void laterChangesOfABuilderDoNotChangeTheModel() {
    ListParams.Builder builder = ListParams.builder().size(1);
    ListParams params = builder.build();
    builder.size(2);

    assertThat(params).isEqualTo(Map.of("size", "1"));
    assertThat(params.toBuilder().deep(true).build())
        .isEqualTo(Map.of("size", "1", "deep", "true"));
  }

  @Test
  void anUploadIsOnePartAmongOthers() {
    Upload file = Upload.of("ä \"b\".pdf", "content".getBytes(StandardCharsets.UTF_8));

    Request request =
        sent(
            () ->
                things.importThings(
                    file,
                    "a kind",
                    ImportThingsParams.builder().password("hush").dryRun(true).build()));

    assertThat(request.url()).hasToString("https://api.example/v1/things/import?dryRun=true");
    assertThat(parts(request))
        .containsExactly(
            "Content-Disposition: form-data; name=\"file\"; filename=\"ä %22b%22.pdf\"\r\n"
                + "\r\ncontent",
            "Content-Disposition: form-data; name=\"kind\"\r\n\r\na kind",
            "Content-Disposition: form-data; name=\"password\"\r\n\r\nhush");
  }

  @Test
  void anUploadNeedsOnlyItsRequiredParts() {
    Upload file = Upload.of("b.pdf", new byte[] {'x'});

    assertThat(parts(sent(() -> things.importThings(file, "k")))).hasSize(2);
    assertThat(parts(sent(() -> things.importThingsAsync(file, "k").join()))).hasSize(2);
  }

  @Test
  void aBodyIsSentBesidePathAndQuery() {
    Request request = things.patchCall("thing_1", Map.of("a", JsonValue.ofJson("1.10"))).request();

    assertThat(request.method()).isEqualTo("PATCH");
    assertThat(Offline.body(request)).isEqualTo("{\"a\":1.10}");
  }

  @Test
  void theOperationsOfAKindOfRunAreNamedOnEachFormOfItsCreate() {
    List<RunOperations> stated =
        Arrays.stream(NastyRunsApi.class.getMethods())
            .map(method -> method.getAnnotation(RunOperations.class))
            .filter(Objects::nonNull)
            .toList();

    assertThat(stated)
        .hasSize(3)
        .allSatisfy(
            operations -> {
              assertThat(operations.file()).isEqualTo("leaf");
              assertThat(operations.list()).isEqualTo("nastyRuns_browse");
              assertThat(operations.retrieve()).isEqualTo("nastyRuns_retrieve");
              assertThat(operations.cancel()).isEmpty();
              assertThat(operations.delete()).isEqualTo("nastyRuns_purge");
            });
  }

  @Test
  void theResponseIsReadInAllThreeForms() throws Exception {
    offline.respond("{\"id\":\"run_1\",\"status\":\"DONE\"}");

    assertThat(runs.retrieve("run_1").getStatus()).isSameAs(NastyStatus.DONE);
    assertThat(runs.retrieveAsync("run_1").join().getId()).isEqualTo("run_1");
    assertThat(Objects.requireNonNull(runs.retrieveCall("run_1").execute().body()).getId())
        .isEqualTo("run_1");
  }

  @Test
  void aRunIsPolledByItsId() {
    offline.respond("{\"id\":\"run_7\",\"status\":\"DONE\"}");
    Leaf body = Leaf.builder().text("t").build();

    NastyRun run = runs.createAndPoll(body, new Once());
    NastyRun later = runs.createAndPollAsync(body, new Once()).join();

    assertThat(run).isEqualTo(later);
    assertThat(offline.sent())
        .extracting(request -> request.method() + " " + request.url().encodedPath())
        .containsExactly(
            "POST /v1/nasty_runs",
            "GET /v1/nasty_runs/run_7",
            "POST /v1/nasty_runs",
            "GET /v1/nasty_runs/run_7");
  }

  @Test
  void aWrappedRunIsPolledByTheIdInside() {
    offline.respond("{\"nastyRun\":{\"object\":\"full_run\",\"id\":\"run_8\"}}");

    WrappedRunResponse response =
        runs.createWrappedAndPoll(Leaf.builder().text("t").build(), new Once());

    assertThat(response.getNastyRun().isPending()).isFalse();
    assertThat(offline.sent())
        .extracting(request -> request.url().encodedPath())
        .containsExactly("/v1/wrapped_runs", "/v1/wrapped_runs/run_8");
  }

  @Test
  void theExtensionsBecomeAnnotationsOnAllThreeForms() throws Exception {
    List<Method> forms =
        Arrays.stream(HostileThingsApi.class.getMethods())
            .filter(method -> method.isAnnotationPresent(Operation.class))
            .filter(method -> method.getName().startsWith("importThings"))
            .toList();

    assertThat(forms).hasSize(3);
    assertThat(forms)
        .allSatisfy(
            form -> {
              Operation operation = form.getAnnotation(Operation.class);
              assertThat(operation.id()).isEqualTo("hostileThings_import");
              assertThat(operation.idempotent()).isFalse();
              assertThat(operation.category()).isEqualTo(RateLimitCategory.RUN);
              assertThat(operation.timeout()).isEqualTo("PT330S");
            });
    Method delete = HostileThingsApi.class.getMethod("delete", String.class, String.class);
    assertThat(delete.isAnnotationPresent(Deprecated.class)).isTrue();
    assertThat(delete.getAnnotation(Operation.class).idempotent()).isTrue();
    assertThat(delete.getParameters()[0].getAnnotation(IdPrefix.class).value())
        .containsExactly("thing_", "th_");
    assertThat(delete.getParameters()[1].getAnnotation(IdPrefix.class).value())
        .containsExactly("part_");
    assertThat(HostileThingsApi.class.getAnnotation(ApiVersion.class).value()).isEqualTo("nasty");
  }

  @Test
  void theRootOpensTheInterfaces() {
    ExtendApi api =
        new ExtendApi(
            new ApiFactory() {
              @Override
              public <T> T create(Class<T> type) {
                return offline.create(type);
              }
            });

    assertThat(api.hostileThings()).isInstanceOf(HostileThingsApi.class);
    assertThat(api.nastyRuns()).isInstanceOf(NastyRunsApi.class);
  }

  private Request sent(Runnable call) {
    offline.sent().clear();
    call.run();
    assertThat(offline.sent()).hasSize(1);
    return offline.sent().get(0);
  }

  /** Without the length, which depends on the version of OkHttp. */
  private static List<String> parts(Request request) {
    String[] parts = Offline.body(request).split("(\r\n)?--[-0-9a-f]{36}(--)?\r\n");
    return Arrays.stream(parts)
        .filter(part -> !part.isEmpty())
        .map(part -> part.replaceFirst("Content-Length: \\d+\r\n", ""))
        .toList();
  }

  private static final class Once implements RunPoller {
    @Override
    public <T> T poll(String id, Function<String, T> retrieve, Predicate<T> pending) {
      T response = retrieve.apply(id);
      assertThat(pending.test(response)).isFalse();
      return response;
    }

    @Override
    public <T> CompletableFuture<T> pollAsync(
        String id, Function<String, CompletableFuture<T>> retrieve, Predicate<T> pending) {
      return retrieve.apply(id);
    }
  }
}
