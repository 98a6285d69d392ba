package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.v20260209.model.FileFromId;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real routes to the embedded server. */
@Timeout(60)
class EmbeddedServerDeletionTest {
  private static final String DELETE_FILE = "DELETE /files/{id}";

  private ExtendServer server = ExtendServer.start();
  private ExtendClient extend = client(server.apiKey());

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void stop() {
    extend.close();
    server.close();
  }

  private ExtendClient client(String key) {
    return ExtendClient.builder().apiKey(key).baseUrl(server.url().toString()).build();
  }

  private Deletions deletions() {
    return Deletions.over(extend);
  }

  private String upload() {
    byte[] content = "Total 12.50".getBytes(StandardCharsets.UTF_8);
    return extend.files().upload(Upload.of("invoice.txt", content)).getId();
  }

  private List<String> uploads(int count) {
    return IntStream.range(0, count).mapToObj(i -> upload()).toList();
  }

  @Test
  void deletesFilesAndRuns() {
    String file = upload();
    String run =
        extend
            .parseRuns()
            .create(
                ParseRunCreateRequest.builder().file(FileFromId.builder().id(file).build()).build())
            .getId();

    DeletionReport report =
        deletions().run(List.of(file, run, "parser_run_unknown", "ex_1", "dpr_unknown"));

    assertThat(report.deleted()).isEqualTo(2);
    assertThat(report.alreadyGone()).isEqualTo(2);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.routes())
        .isEqualTo(
            Map.of(
                "DELETE /files/{id} (2026-02-09)", 1L,
                "DELETE /parse_runs/{id} (2026-02-09)", 1L,
                "DELETE /parser_runs/{id} (2025-04-21)", 1L,
                "DELETE /processor_runs/{id} (2025-04-21)", 1L));
    assertThat(server.acceptedCount(DELETE_FILE)).isEqualTo(1);
    assertThat(server.acceptedCount("DELETE /parse_runs/{id}")).isEqualTo(1);
  }

  @Test
  void countsAFileWhoseResponseWasLostAsDeleted() {
    String file = upload();
    server.faults().next(DELETE_FILE, Fault.dropAt(Stage.RESPONSE_START));

    DeletionReport report = deletions().run(List.of(file));

    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.alreadyGone()).isZero();
    assertThat(server.count(DELETE_FILE)).isEqualTo(2);
    assertThat(server.acceptedCount(DELETE_FILE)).isEqualTo(1);
  }

  @Test
  void leavesRetriesToTheClient() {
    List<String> files = uploads(3);
    server.faults().next(DELETE_FILE, Fault.status(503));

    assertThat(deletions().run(files).deleted()).isEqualTo(3);
    assertThat(server.count(DELETE_FILE)).isEqualTo(4);
  }

  @Test
  void endsWhenTheKeyIsRefused() {
    List<String> files = uploads(20);
    try (ExtendClient stranger = client("sk_wrong")) {
      DeletionReport report =
          Deletions.over(stranger).concurrency(2).journal(folder.resolve("job.journal")).run(files);

      assertThat(report.ending()).isEqualTo(DeletionEnding.KEY_REFUSED);
      assertThat(report.failed()).isBetween(1L, 3L);
      assertThat(server.count(DELETE_FILE)).isEqualTo((int) report.failed());
    }
    assertThat(deletions().journal(folder.resolve("job.journal")).run(files).deleted())
        .isEqualTo(20);
  }

  @Test
  void sendsNothingInADryRun() {
    DeletionReport report = deletions().dryRun().run(uploads(3));

    assertThat(report.counts().planned()).isEqualTo(3);
    assertThat(server.count(DELETE_FILE)).isZero();
  }

  @Test
  void theNextJobSendsOnlyFailedIdsAgain() throws IOException {
    List<String> files = uploads(200);
    server.faults().rate(DELETE_FILE, 0.05, Fault.dropAt(Stage.RESPONSE_START));
    Path journal = folder.resolve("job.journal");

    DeletionReport report = deletions().journal(journal).run(files);
    server.faults().clear();
    int asked = server.count(DELETE_FILE);
    DeletionReport again = deletions().journal(journal).run(files);

    assertThat(server.acceptedCount(DELETE_FILE)).isEqualTo(200);
    assertThat(report.deleted() + report.failed()).isEqualTo(200);
    assertThat(again.skipped()).isEqualTo(report.deleted());
    assertThat(again.alreadyGone()).isEqualTo(report.failed());
    assertThat(server.count(DELETE_FILE)).isEqualTo(asked + (int) report.failed());
    assertThat(Files.readAllLines(journal)).hasSize(1 + 200 + (int) report.failed());
  }
}
