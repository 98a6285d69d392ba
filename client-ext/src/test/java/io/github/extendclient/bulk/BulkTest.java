package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The behaviour that all kinds of runs share. */
@Timeout(60)
class BulkTest {
  @RegisterExtension private final BulkFixture fixture = new BulkFixture();

  private static final String UPLOAD = "POST /files/upload";

  private BulkReport run(BulkFixture.Kind kind, Iterable<BulkDocument> documents) {
    return fixture.inOrder(fixture.set(kind.bulk.apply(fixture)), documents);
  }

  @ParameterizedTest
  @EnumSource
  void everyDocumentHasOneRunAndOneResult(BulkFixture.Kind kind) throws IOException {
    BulkReport report = run(kind, BulkFixture.texts(10));

    assertThat(report.ending()).isEqualTo(BulkEnding.COMPLETED);
    assertThat(report.processed()).isEqualTo(10);
    assertThat(report.isSuccessful()).isTrue();
    assertThat(report.credits()).isEqualByComparingTo("20");
    assertThat(fixture.server.acceptedCount(kind.create)).isEqualTo(10);
    assertThat(fixture.runsOfEachFile()).hasSize(10).containsOnly(1);
    assertThat(fixture.keys()).hasSize(10).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRunSendsNothing(BulkFixture.Kind kind) throws IOException {
    run(kind, BulkFixture.texts(5));
    int requests = fixture.server.requests().size();

    BulkReport report = run(kind, BulkFixture.texts(5));

    assertThat(report.skipped()).isEqualTo(5);
    assertThat(report.credits()).isEqualByComparingTo("10");
    assertThat(fixture.server.requests()).hasSize(requests);
    assertThat(fixture.keys()).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void aRunWhoseResponseWasLostIsAdopted(BulkFixture.Kind kind) throws IOException {
    Bulk<?> bulk = fixture.set(kind.bulk.apply(fixture));
    fixture.server.faults().next(kind.create, 2, Fault.dropAt(Stage.RESPONSE_START));

    BulkReport report = fixture.inOrder(bulk, BulkFixture.texts(5));

    assertThat(report.processed()).isEqualTo(5);
    assertThat(report.counts().adopted()).isEqualTo(2);
    assertThat(report.isSuccessful()).isTrue();
    assertThat(fixture.server.acceptedCount(kind.create)).isEqualTo(5);
    assertThat(fixture.runsOfEachFile()).containsOnly(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFailedRunIsAResult(BulkFixture.Kind kind) throws IOException {
    BulkDocument broken =
        BulkDocument.stream(
            "broken",
            "FAIL_CORRUPT_FILE.pdf",
            () ->
                Files.newInputStream(
                    Files.writeString(fixture.folder().resolve("x"), "%PDF-1.4 broken")));

    BulkReport report = run(kind, List.of(broken, BulkDocument.text("whole", "Total: 5")));

    assertThat(report.processed()).isEqualTo(1);
    assertThat(report.failedRuns()).isEqualTo(1);
    assertThat(report.issues()).isEmpty();
    assertThat(report.failureReasons()).hasSize(1);
    assertThat(Files.readString(fixture.results())).contains("\"status\":\"FAILED\"");
    assertThat(fixture.keys()).containsExactlyInAnyOrder("broken", "whole");
  }

  @ParameterizedTest
  @EnumSource
  void urlsAreFoundByTheTagInTheirName(BulkFixture.Kind kind) throws IOException {
    Bulk<?> bulk = fixture.set(kind.bulk.apply(fixture));
    String url = fixture.server.url() + "/nowhere/invoice.pdf?signature=secret";
    fixture.server.faults().next(kind.create, Fault.dropAt(Stage.RESPONSE_START));

    BulkReport report = fixture.inOrder(bulk, List.of(BulkDocument.url("invoice.pdf", url)));

    assertThat(report.counts().adopted()).isEqualTo(1);
    assertThat(fixture.server.acceptedCount(kind.create)).isEqualTo(1);
    assertThat(fixture.server.count(UPLOAD)).isZero();
    assertThat(Files.readString(fixture.journal())).doesNotContain("secret");
  }

  @ParameterizedTest
  @EnumSource
  void filesThatWereUploadedBeforeAreNotTakenForOthersRuns(BulkFixture.Kind kind)
      throws IOException {
    byte[] content = "Total: 5".getBytes(StandardCharsets.UTF_8);
    String id = fixture.extend.files().upload(Upload.of("a.txt", content)).getId();
    Bulk<?> bulk =
        kind.bulk
            .apply(fixture)
            .results(BulkResults.jsonLines(fixture.folder().resolve("first")))
            .timeline(fixture.timeline);
    fixture.inOrder(bulk, BulkDocuments.ids(List.of(id)));
    fixture.clock.advance(BulkFixture.seconds(5));
    fixture.server.faults().next(kind.create, Fault.dropAt(Stage.RESPONSE_START));

    BulkReport report =
        fixture.inOrder(fixture.set(kind.bulk.apply(fixture)), BulkDocuments.ids(List.of(id)));

    assertThat(report.counts().adopted()).isEqualTo(1);
    assertThat(fixture.server.runCount(id)).isEqualTo(2);
    String first =
        Files.readString(fixture.folder().resolve("first")).split("\"runId\":")[1].split(",")[0];
    assertThat(Files.readString(fixture.results())).doesNotContain(first);
  }

  @ParameterizedTest
  @EnumSource
  void runsAndFilesAreDeletedOnceTheResultIsWritten(BulkFixture.Kind kind) throws IOException {
    BulkReport report =
        fixture.inOrder(
            fixture.set(kind.bulk.apply(fixture)).deleteRunsAndFiles(), BulkFixture.texts(4));

    assertThat(report.isSuccessful()).isTrue();
    assertThat(fixture.keys()).hasSize(4);
    assertThat(fixture.files()).isEmpty();
    assertThat(fixture.server.acceptedCount(kind.create.replace("POST", "DELETE") + "/{id}"))
        .isEqualTo(4);
  }
}
