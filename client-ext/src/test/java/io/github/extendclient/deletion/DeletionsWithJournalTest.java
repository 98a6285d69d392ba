package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a journal holds, and what a deletion skips because of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeletionsWithJournalTest {
  @RegisterExtension private final DeletionFixture fixture = new DeletionFixture();

  @Test
  void aDryRunSendsNothing() {
    DeletionReport report =
        fixture
            .over(fixture.routes)
            .journal(fixture.journal())
            .dryRun()
            .run(List.of("th_1", "ot_1", "zz_1"));

    assertThat(fixture.routes.asked()).isEmpty();
    assertThat(report.isDryRun()).isTrue();
    assertThat(report.counts()).isEqualTo(new DeletionProgress(0, 0, 1, 0, 0, 2, Duration.ZERO));
    assertThat(report.routes()).isEqualTo(Map.of(FakeRoutes.THINGS, 1L, FakeRoutes.OTHERS, 1L));
    assertThat(fixture.folder).isEmptyDirectory();
  }

  @Test
  void aDryRunSkipsDeletedIds() {
    fixture.over(fixture.routes).journal(fixture.journal()).run(FakeRoutes.things(2));
    List<String> before = fixture.lines();

    DeletionReport report =
        fixture.over(fixture.routes).journal(fixture.journal()).dryRun().run(FakeRoutes.things(3));

    assertThat(report.skipped()).isEqualTo(2);
    assertThat(report.counts().planned()).isEqualTo(1);
    assertThat(fixture.lines()).isEqualTo(before);
  }

  @Test
  void eachResultIsWrittenToTheJournal() {
    Consumer<String> delete =
        id -> {
          switch (id) {
            case "th_gone" -> FakeRoutes.fail(404);
            case "th_busy" -> FakeRoutes.fail(418);
            default -> {}
          }
        };

    fixture
        .over(new FakeRoutes(delete))
        .journal(fixture.journal())
        .run(List.of("th_1", "th_gone", "th_busy", "zz_1", "a\nb"));

    assertThat(fixture.lines())
        .startsWith("extend-deletion-journal 1")
        .containsExactlyInAnyOrder(
            "extend-deletion-journal 1",
            "th_1\tdeleted\t2026-11-21T12:00:00Z",
            "th_gone\tgone\t2026-11-21T12:00:00Z",
            "th_busy\tfailed\t2026-11-21T12:00:00Z\t"
                + "DELETE /things/{id} returned 418: No. Really not.",
            "zz_1\trefused\t2026-11-21T12:00:00Z\tIt does not start with a known prefix.",
            "\"a b\"\trefused\t2026-11-21T12:00:00Z\t"
                + "It has characters that no ID has: only letters, digits, _ and - are possible.");
  }

  @Test
  void aResultCountsOnlyWhenItIsInTheJournal() {
    List<Long> counted = new ArrayList<>();

    DeletionReport report =
        fixture
            .over(fixture.routes)
            .journal(fixture.journal())
            .onProgress(
                progress -> {
                  counted.add(progress.total());
                  assertThat(fixture.lines())
                      .hasSizeGreaterThanOrEqualTo((int) progress.total() + 1);
                })
            .run(FakeRoutes.things(500));

    assertThat(report.deleted()).isEqualTo(500);
    assertThat(counted).isSorted().endsWith(500L);
  }

  @Test
  void onlyIdsThatAreNotDoneAreSentAgain() {
    Consumer<String> delete =
        id -> {
          switch (id) {
            case "th_0" -> FakeRoutes.fail(404);
            case "th_1" -> FakeRoutes.fail(500);
            default -> {}
          }
        };
    fixture.over(new FakeRoutes(delete)).journal(fixture.journal()).run(FakeRoutes.things(3));

    DeletionReport report =
        fixture
            .over(fixture.routes)
            .journal(fixture.journal())
            .run(Stream.concat(FakeRoutes.things(4), Stream.of("zz_1")));

    assertThat(fixture.routes.asked()).containsExactly("th_1", "th_3");
    assertThat(report.counts()).isEqualTo(new DeletionProgress(2, 0, 1, 0, 2, 0, Duration.ZERO));
  }

  @Test
  void anIdThatIsGivenTwiceIsSentOnce() {
    DeletionReport report =
        fixture
            .over(fixture.routes)
            .journal(fixture.journal())
            .run(List.of("th_1", "th_2", "th_1"));

    assertThat(fixture.routes.asked()).containsExactly("th_1", "th_2");
    assertThat(report.skipped()).isEqualTo(1);
  }

  @Test
  void onlyTheJournalIsLeftInTheFolder() {
    fixture.over(fixture.routes).journal(fixture.journal()).run(FakeRoutes.things(5000));

    assertThat(fixture.folder).isDirectoryContaining(path -> path.equals(fixture.journal()));
    assertThat(fixture.folder.toFile().list()).hasSize(1);
  }

  @Test
  void aJournalThatCannotBeWrittenIsNamed() {
    Path path = fixture.folder.resolve("missing").resolve("job.journal");

    assertThatThrownBy(() -> fixture.over(fixture.routes).journal(path).run(FakeRoutes.things(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("The journal " + path + " cannot be used: ")
        .hasMessageEndingWith(
            ". IDs that were deleted but not recorded will be sent again and found gone.");
    assertThat(fixture.routes.asked()).isEmpty();
  }

  @Test
  void aJournalInUseIsRejected() throws InterruptedException {
    BlockingQueue<CompletableFuture<Void>> underWay = new LinkedBlockingQueue<>();
    DeletionJob first =
        fixture
            .over(new FakeRoutes(id -> Waits.untilCompleted(underWay)))
            .journal(fixture.journal())
            .start(FakeRoutes.things(1));
    CompletableFuture<Void> response = underWay.take();

    assertThatThrownBy(
            () -> fixture.over(fixture.routes).journal(fixture.journal()).run(FakeRoutes.things(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The journal "
                + fixture.journal()
                + " is in use by another job: wait until that has ended, or name another file.");
    response.complete(null);
    assertThat(first.report().join().deleted()).isEqualTo(1);
  }
}
