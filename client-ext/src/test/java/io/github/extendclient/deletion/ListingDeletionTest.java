package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.RunState;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.TestClock;
import io.github.extendclient.testing.contract.OpenApiValidation;
import io.github.extendclient.v20250421.api.ProcessorRunsApi;
import io.github.extendclient.v20250421.api.WorkflowRunsApi;
import io.github.extendclient.v20250421.model.ProcessorRunSummary;
import io.github.extendclient.v20250421.model.WorkflowBatchInput;
import io.github.extendclient.v20250421.model.WorkflowRunCreateBatchRequest;
import io.github.extendclient.v20250421.model.WorkflowRunSummary;
import io.github.extendclient.v20260209.api.FilesApi;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.model.BatchInput;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.ParseRunCreateBatchRequest;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import io.github.extendclient.v20260209.model.ParseRunSummary;
import io.github.extendclient.v20260209.model.RunStatus;
import io.github.extendclient.v20260209.model.WorkflowCreateRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a listing of the embedded server to the deletion of what was chosen of it, in both API
 * versions; the specification checks every request and response on the way.
 */
@Timeout(60)
class ListingDeletionTest {
  private static final String DELETE_FILE = "DELETE /files/{id}";

  private final TestClock clock = new TestClock();
  private final ExtendServer server = ExtendServer.builder().clock(clock).start();
  private final OpenApiValidation validation = new OpenApiValidation();
  private final ExtendClient extend =
      ExtendClient.builder()
          .apiKey(server.apiKey())
          .baseUrl(server.url().toString())
          .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(validation).build())
          .build();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void stop() {
    extend.close();
    server.close();
    validation.assertNone();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private String upload(String name) {
    return extend
        .files()
        .upload(Upload.of(name, "Total 12.50".getBytes(StandardCharsets.UTF_8)))
        .getId();
  }

  private List<String> uploads(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> upload(prefix + i + ".txt")).toList();
  }

  private FileFromId file(String name) {
    return FileFromId.builder().id(upload(name)).build();
  }

  private String parse(String name) {
    return extend
        .parseRuns()
        .create(ParseRunCreateRequest.builder().file(file(name)).build())
        .getId();
  }

  private List<String> left() {
    List<String> ids = new ArrayList<>();
    extend
        .pages(extend.files()::list, FilesApi.ListParams.builder().build())
        .forEach(file -> ids.add(file.getId()));
    return ids;
  }

  private static FilesApi.ListParams inPagesOf(int size) {
    return FilesApi.ListParams.builder().maxPageSize(size).build();
  }

  @Test
  void filesOlderThanADateAreDeletedOverManyPages() {
    uploads("old-", 25);
    clock.advance(Duration.ofDays(100));
    OffsetDateTime cutoff = now();
    List<String> young = uploads("young-", 7);

    DeletionReport report =
        extend
            .deletions()
            .journal(folder.resolve("old.journal"))
            .run(
                IdSelection.of(extend.pages(extend.files()::list, inPagesOf(3)), FileSummary::getId)
                    .before(cutoff, FileSummary::getCreatedAt));

    assertThat(report.isSuccessful()).isTrue();
    assertThat(report.deleted()).isEqualTo(25);
    assertThat(left()).containsExactlyInAnyOrderElementsOf(young);
    assertThat(server.count("GET /files")).isGreaterThanOrEqualTo(11);
  }

  @Test
  void filesWithANameAreDeletedAfterADryRun() throws Exception {
    List<String> others = uploads("other-", 5);
    uploads("acme-", 12);
    Path journal = folder.resolve("acme.journal");
    IdSelection<FileSummary> acme =
        IdSelection.of(
            extend.pages(
                extend.files()::list,
                FilesApi.ListParams.builder().nameContains("acme-").maxPageSize(5).build()),
            FileSummary::getId);

    DeletionReport trial = extend.deletions().journal(journal).dryRun().run(acme);

    assertThat(trial.counts().planned()).isEqualTo(12);
    assertThat(server.count(DELETE_FILE)).isZero();
    assertThat(folder).isEmptyDirectory();

    DeletionReport report = extend.deletions().journal(journal).run(acme);
    DeletionReport again = extend.deletions().journal(journal).run(acme);

    assertThat(report.deleted()).isEqualTo(12);
    assertThat(report.routes()).containsOnlyKeys("DELETE /files/{id} (2026-02-09)");
    assertThat(again.counts().total()).isZero();
    assertThat(left()).containsExactlyInAnyOrderElementsOf(others);
    assertThat(Files.readAllLines(journal)).hasSize(1 + 12);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(journal));
  }

  @Test
  void runsAreDeletedByStatus() {
    List<String> ended = List.of(parse("a.txt"), parse("b.txt"), parse("c.txt"));
    clock.advance(Duration.ofMinutes(5));
    String pending = parse("d.txt");

    DeletionReport report =
        delete(
            IdSelection.of(
                extend.pages(
                    extend.parseRuns()::list,
                    ParseRunsApi.ListParams.builder()
                        .status(RunStatus.PROCESSED)
                        .maxPageSize(2)
                        .build()),
                ParseRunSummary::getId));

    assertThat(report.deleted()).isEqualTo(3);
    assertThat(server.acceptedCount("DELETE /parse_runs/{id}")).isEqualTo(ended.size());
    assertThat(extend.parseRuns().retrieve(pending).getId()).isEqualTo(pending);
  }

  @Test
  void runsOfABatchAreDeleted() {
    String alone = parse("alone.txt");
    String batch =
        extend
            .parseRuns()
            .createBatch(
                ParseRunCreateBatchRequest.builder()
                    .inputs(
                        IntStream.range(0, 4)
                            .mapToObj(i -> file("batch-" + i + ".txt"))
                            .map(file -> BatchInput.builder().file(file).build())
                            .toList())
                    .build())
            .getId();
    clock.advance(Duration.ofMinutes(5));

    DeletionReport report =
        delete(
            IdSelection.of(
                extend.pages(
                    extend.parseRuns()::list,
                    ParseRunsApi.ListParams.builder().batchId(batch).maxPageSize(3).build()),
                ParseRunSummary::getId));

    assertThat(report.deleted()).isEqualTo(4);
    assertThat(extend.parseRuns().retrieve(alone).getId()).isEqualTo(alone);
  }

  @Test
  void filesOfThePreviousVersionAreDeletedByNameAndAge() {
    uploads("acme-", 7);
    List<String> others = new ArrayList<>(uploads("other-", 2));
    clock.advance(Duration.ofDays(100));
    OffsetDateTime cutoff = now();
    others.addAll(uploads("acme-", 3));

    DeletionReport report =
        delete(
            IdSelection.of(
                    extend.pages(
                        extend.v20250421().files()::list,
                        io.github.extendclient.v20250421.api.FilesApi.ListParams.builder()
                            .nameContains("acme-")
                            .maxPageSize(2)
                            .build()),
                    io.github.extendclient.v20250421.model.File::getId)
                .before(cutoff, io.github.extendclient.v20250421.model.File::getCreatedAt));

    assertThat(report.deleted()).isEqualTo(7);
    assertThat(report.routes()).containsOnlyKeys("DELETE /files/{id} (2026-02-09)");
    assertThat(left()).containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void runsOfThePreviousVersionAreDeletedByStatusAndFileName() {
    extract("acme-1.txt");
    extract("acme-2.txt");
    extract("other.txt");
    clock.advance(Duration.ofMinutes(5));
    extract("acme-3.txt");

    DeletionReport report =
        delete(
            IdSelection.of(
                    extend.pages(
                        extend.v20250421().processorRuns()::list,
                        ProcessorRunsApi.ListParams.builder()
                            .status(io.github.extendclient.v20250421.model.RunStatus.PROCESSED)
                            .fileNameContains("acme")
                            .maxPageSize(1)
                            .build()),
                    ProcessorRunSummary::getId)
                .where(run -> !((RunState) run).isPending()));

    assertThat(report.deleted()).isEqualTo(2);
    assertThat(server.count("GET /processor_runs")).isEqualTo(2);
  }

  @Test
  void runsOfABatchOfThePreviousVersionAreDeleted() {
    String workflow =
        extend.workflows().create(WorkflowCreateRequest.builder().name("W").build()).getId();
    String batch =
        extend
            .v20250421()
            .workflowRuns()
            .createBatch(
                WorkflowRunCreateBatchRequest.builder()
                    .workflowId(workflow)
                    .inputs(
                        List.of(
                            WorkflowBatchInput.builder().rawText("a").build(),
                            WorkflowBatchInput.builder().rawText("b").build()))
                    .build())
            .getBatchId();
    clock.advance(Duration.ofMinutes(5));

    DeletionReport report =
        delete(
            IdSelection.of(
                extend.pages(
                    extend.v20250421().workflowRuns()::list,
                    WorkflowRunsApi.ListParams.builder().batchId(batch).maxPageSize(1).build()),
                WorkflowRunSummary::getId));

    assertThat(report.deleted()).isEqualTo(2);
    assertThat(report.routes().keySet())
        .singleElement()
        .asString()
        .startsWith("DELETE /workflow_runs/");
  }

  private void extract(String name) {
    extend
        .extractRuns()
        .create(
            ExtractRunCreateRequest.builder()
                .file(file(name))
                .config(
                    ExtractConfigJson.builder()
                        .schema(
                            JsonValue.ofJson(
                                    """
                                    {"type":"object","properties":{"total":{"type":["string",
                                    "null"]}},"required":["total"],
                                    "additionalProperties":false}\
                                    """)
                                .asObject())
                        .build())
                .build());
  }

  private DeletionReport delete(IdSelection<?> selection) {
    return extend.deletions().run(selection);
  }
}
