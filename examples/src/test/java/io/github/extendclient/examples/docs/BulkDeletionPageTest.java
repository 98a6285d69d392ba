package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.deletion.DeletionEnding;
import io.github.extendclient.deletion.DeletionJob;
import io.github.extendclient.deletion.DeletionReport;
import io.github.extendclient.deletion.IdSelection;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.api.FilesApi;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.SortDirection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/bulk-deletion.md. */
class BulkDeletionPageTest extends PageTest {
  @TempDir private Path folder;

  @Test
  void deletesWhatAFileLists() throws Exception {
    Path file = Files.write(folder.resolve("ids.txt"), List.of(upload("acme-1.txt"), "ex_7"));
    Path journal = folder.resolve("ids.journal");
    // region file
    try (Stream<String> ids = Files.lines(file)) {
      DeletionReport report = extend.deletions().journal(journal).run(ids);
      out.println(report);
    }
    // endregion

    assertThat(printed())
        .matches("COMPLETED: deleted 1, already gone 0, refused 1, failed 0, skipped 0, in .*s\n");
    assertThat(Files.readAllLines(journal)).hasSize(3);
  }

  @Test
  void plans() {
    List<String> ids = List.of("exr_Xj8mK2pL9nR4vT7qY5wZ", "ex_7fK2");
    // region plan
    DeletionReport plan = extend.deletions().dryRun().run(ids);
    out.println(plan.routes());
    out.println(plan.refusals());
    // endregion

    assertThat(printed())
        .isEqualTo(
            """
            {DELETE /extract_runs/{id} (2026-02-09)=1}
            [DeletionIssue[id=ex_7fK2, reason=No operation deletes by an ID alone that starts with ex_.]]
            """);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void staysBelowItsRateLimit() {
    List<String> ids = List.of(upload("acme-1.txt"), upload("acme-2.txt"));
    List<Long> totals = new ArrayList<>();
    // region pace
    DeletionReport report =
        extend
            .deletions()
            .concurrency(16) // requests under way at once, 8 if not set
            .rateLimit(50) // requests per second; leaves the rest of the limit to others
            .onProgress(progress -> totals.add(progress.total()))
            .run(ids);
    // endregion

    assertThat(report.deleted()).isEqualTo(2);
    assertThat(totals).endsWith(2L);
  }

  @Test
  void stops() {
    Path journal = folder.resolve("ids.journal");
    List<String> ids = List.of(upload("acme-1.txt"));

    DeletionReport report = inTheBackground(extend, journal, ids);

    assertThat(report.ending()).isEqualTo(DeletionEnding.COMPLETED);
    assertThat(report.deleted()).isOne();
  }

  // region stop
  static DeletionReport inTheBackground(ExtendClient extend, Path journal, List<String> ids) {
    DeletionJob job = extend.deletions().journal(journal).start(ids);
    Thread atExit = new Thread(job::close);
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      return job.report().join();
    } finally {
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }

  // endregion

  @Test
  void selectsFromAListing() throws Exception {
    upload("acme-1.txt");
    upload("other.txt");
    Path journal = folder.resolve("acme.journal");
    Path file = folder.resolve("ids.txt");
    Duration age = Duration.ZERO;
    // region listing
    FilesApi.ListParams params =
        FilesApi.ListParams.builder()
            .nameContains("acme")
            .sortDir(SortDirection.ASC)
            .maxPageSize(1000)
            .build();
    IdSelection<FileSummary> old =
        IdSelection.of(extend.pages(extend.files()::list, params), FileSummary::getId)
            .olderThan(age, FileSummary::getCreatedAt)
            .where(item -> item.getName().startsWith("acme-"));
    // endregion
    // region list-first
    Files.write(file, (Iterable<String>) old.stream()::iterator);
    // endregion
    // region delete-selected
    DeletionReport report = extend.deletions().journal(journal).run(old);
    // endregion

    assertThat(file).content().hasLineCount(1);
    assertThat(report.deleted()).isOne();
  }

  private String upload(String name) {
    return extend.files().upload(Upload.of(name, name.getBytes(StandardCharsets.UTF_8))).getId();
  }
}
