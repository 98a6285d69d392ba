package io.github.extendclient.bulk;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.github.extendclient.ExtendClient;
import io.github.extendclient.extraction.ExtractionSchema;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.ExtendServerBuilder;
import io.github.extendclient.testing.TestClock;
import io.github.extendclient.v20260209.api.FilesApi;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.model.Classification;
import io.github.extendclient.v20260209.model.ClassifyConfig;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseRunSummary;
import io.github.extendclient.v20260209.model.SplitClassification;
import io.github.extendclient.v20260209.model.SplitConfig;
import io.github.extendclient.v20260209.model.WorkflowReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server whose clock moves when bulk processing waits, a client, and what to process. As a field
 * with {@code RegisterExtension} it has a folder of its own for each test.
 */
final class BulkFixture implements AfterEachCallback, AutoCloseable {
  record Invoice(@Nullable String total) {}

  static final ExtractionSchema<Invoice> INVOICE = ExtractionSchema.of(Invoice.class);

  /** A kind of run, with the operation that creates one. */
  enum Kind {
    PARSE("POST /parse_runs", f -> f.extend.bulk().parse()),
    PARSE_CONFIG("POST /parse_runs", f -> f.extend.bulk().parse(ParseConfig.builder().build())),
    EXTRACT("POST /extract_runs", f -> f.extend.bulk().extract(INVOICE.config().build())),
    EXTRACT_TYPED("POST /extract_runs", f -> f.extend.bulk().extract(INVOICE)),
    CLASSIFY("POST /classify_runs", f -> f.extend.bulk().classify(classify())),
    SPLIT("POST /split_runs", f -> f.extend.bulk().split(split())),
    WORKFLOW("POST /workflow_runs", f -> f.extend.bulk().workflow(f.workflow())),
    ANY("POST /parse_runs", f -> f.extend.bulk().runs(ParseRunsApi.class, Map.of()));

    final String create;
    final Function<BulkFixture, Bulk<?>> bulk;

    Kind(String create, Function<BulkFixture, Bulk<?>> bulk) {
      this.create = create;
      this.bulk = bulk;
    }
  }

  final TestClock clock = new TestClock();
  final ServerTimeline timeline = new ServerTimeline(clock);
  final ExtendServer server;
  final ExtendClient extend;
  private final Path folder;
  private Path files;
  private @Nullable WorkflowReference workflow;

  BulkFixture() {
    this(temporaryFolder(), builder -> builder, 3);
  }

  private BulkFixture(Path folder, UnaryOperator<ExtendServerBuilder> settings, int attempts) {
    this.folder = folder;
    this.files = folder;
    this.server = settings.apply(ExtendServer.builder().clock(clock).creditsPerRun(2)).start();
    this.extend =
        ExtendClient.builder()
            .apiKey(server.apiKey())
            .baseUrl(server.url().toString())
            .maxAttempts(attempts)
            .build();
  }

  /** A client whose calls always fail. */
  static BulkFixture withoutRetries(Path folder, Duration visibilityDelay) {
    return withoutRetries(folder, builder -> builder.visibilityDelay(visibilityDelay));
  }

  /** The same, with a server of other settings. */
  static BulkFixture withoutRetries(Path folder, UnaryOperator<ExtendServerBuilder> settings) {
    return new BulkFixture(folder, settings, 1);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("bulk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the test. */
  Path folder() {
    return folder;
  }

  /** Has journal and results in another folder from now on. */
  void use(Path another) {
    files = another;
  }

  Path journal() {
    return files.resolve("bulk.journal");
  }

  Path results() {
    return files.resolve("results.jsonl");
  }

  <T> Bulk<T> set(Bulk<T> bulk) {
    return bulk.journal(journal())
        .results(BulkResults.jsonLines(results()))
        .timeline(timeline)
        .concurrency(4);
  }

  Bulk<?> parse() {
    return set(extend.bulk().parse());
  }

  /** Processes with the workers' work done on this thread, so that all is in a fixed order. */
  <T> BulkReport inOrder(Bulk<T> bulk, Iterable<BulkDocument> documents) {
    Executor direct = Runnable::run;
    return new Processing<>(bulk.settings(), false).run(documents, engine -> {}, direct);
  }

  static List<BulkDocument> texts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> BulkDocument.text("doc-" + i, "Total: " + i))
        .toList();
  }

  /** The keys in the file of results, in order. */
  List<String> keys() throws IOException {
    List<String> keys = new ArrayList<>();
    if (Files.exists(results())) {
      for (String line : Files.readAllLines(results())) {
        keys.add(DocumentKeys.keyOf(JsonValue.ofJson(line).asObject().get("key").asString()));
      }
    }
    return keys;
  }

  /** The runs at the server of each file that was uploaded. */
  int[] runsOfEachFile() {
    return files().stream().mapToInt(file -> server.runCount(file.getId())).toArray();
  }

  /** The IDs of the parse runs at the server, the oldest first. */
  List<String> runs() {
    ParseRunsApi.ListParams all = ParseRunsApi.ListParams.builder().maxPageSize(1000).build();
    return extend.parseRuns().list(all).getData().stream()
        .sorted(Comparator.comparing(ParseRunSummary::getCreatedAt))
        .map(ParseRunSummary::getId)
        .toList();
  }

  /** The uploaded files, without those that a split created. */
  List<FileSummary> files() {
    FilesApi.ListParams all = FilesApi.ListParams.builder().maxPageSize(1000).build();
    return extend.files().list(all).getData().stream()
        .filter(file -> file.getParentFileId() == null)
        .toList();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    close();
    MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
  }

  @Override
  public void close() {
    extend.close();
    server.close();
  }

  private WorkflowReference workflow() {
    if (workflow == null) {
      workflow = WorkflowReference.builder().id(deployed()).build();
    }
    return workflow;
  }

  private String deployed() {
    String steps =
        """
        {"name": "W", "steps": [
          {"type": "TRIGGER", "name": "t", "next": [{"step": "p"}]},
          {"type": "PARSE", "name": "p", "next": []}]}
        """;
    String id = JsonValue.ofJson(post("/workflows", steps)).asObject().get("id").asString();
    post("/workflows/" + id + "/versions", "{}");
    return id;
  }

  private String post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("authorization", "Bearer " + server.apiKey())
            .header("x-extend-api-version", "2026-02-09")
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw new AssertionError(response.body());
      }
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ClassifyConfig classify() {
    return ClassifyConfig.builder()
        .classifications(
            List.of(
                Classification.builder().id("i").type("invoice").description("a bill").build(),
                Classification.builder().id("o").type("other").description("others").build()))
        .build();
  }

  private static SplitConfig split() {
    return SplitConfig.builder()
        .splitClassifications(
            List.of(
                SplitClassification.builder().id("i").type("invoice").description("a bill").build(),
                SplitClassification.builder().id("o").type("other").description("others").build()))
        .build();
  }

  static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
