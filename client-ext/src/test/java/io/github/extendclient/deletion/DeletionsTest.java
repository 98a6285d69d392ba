package io.github.extendclient.deletion;

import static io.github.extendclient.internal.error.Exceptions.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which IDs are sent where, and how their results are counted and reported. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeletionsTest {
  @RegisterExtension private final DeletionFixture fixture = new DeletionFixture();

  @Test
  void eachIdIsSentToItsOperation() {
    DeletionReport report = fixture.over(fixture.routes).run(List.of("th_1", "ot_1", "th_2"));

    assertThat(fixture.routes.asked()).containsExactly("th_1", "ot_1", "th_2");
    assertThat(report.routes()).isEqualTo(Map.of(FakeRoutes.THINGS, 2L, FakeRoutes.OTHERS, 1L));
    assertThat(report.deleted()).isEqualTo(3);
    assertThat(report.ending()).isEqualTo(DeletionEnding.COMPLETED);
    assertThat(report.isSuccessful()).isTrue();
    assertThat(report.isDryRun()).isFalse();
  }

  @Test
  void theReportHasTheElapsedTime() {
    fixture.timeline.advance(Duration.ofHours(1));

    DeletionReport report =
        fixture
            .over(fixture.routes)
            .pace(() -> fixture.timeline.advance(Duration.ofSeconds(2)))
            .run(FakeRoutes.things(3));

    assertThat(report.elapsed()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void theSourceMayBeAnIteratorOrAStream() {
    assertThat(fixture.over(fixture.routes).run(List.of("th_1").iterator()).deleted()).isEqualTo(1);
    assertThat(fixture.over(fixture.routes).run(FakeRoutes.things(2)).deleted()).isEqualTo(2);
    assertThat(fixture.over(fixture.routes).start(FakeRoutes.things(3)).report().join().deleted())
        .isEqualTo(3);
    assertThat(fixture.over(fixture.routes).start(List.of("th_1")).report().join().deleted())
        .isEqualTo(1);
    assertThat(
            fixture
                .over(fixture.routes)
                .start(List.of("th_1").iterator())
                .report()
                .join()
                .deleted())
        .isEqualTo(1);
  }

  @Test
  void anIdThatIsNotFoundCountsAsAlreadyGone() {
    DeletionReport report =
        fixture.over(new FakeRoutes(id -> FakeRoutes.fail(404))).run(FakeRoutes.things(2));

    assertThat(report.alreadyGone()).isEqualTo(2);
    assertThat(report.deleted()).isZero();
    assertThat(report.isSuccessful()).isTrue();
    assertThat(report.routes()).isEqualTo(Map.of(FakeRoutes.THINGS, 2L));
  }

  @Test
  void anIdThatIsNotFoundAfterALostResponseCountsAsDeleted() {
    DeletionReport report =
        fixture
            .over(
                new FakeRoutes(
                    id -> {
                      throw FakeRoutes.errorResponse(404, true);
                    }))
            .run(FakeRoutes.things(1));

    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.alreadyGone()).isZero();
  }

  @Test
  void anIdOfNoOperationIsRefused() {
    DeletionReport report = fixture.over(fixture.routes).run(List.of("zz_1", "th_1"));

    assertThat(fixture.routes.asked()).containsExactly("th_1");
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.isSuccessful()).isFalse();
    assertThat(report.refusals())
        .containsExactly(new DeletionIssue("zz_1", "It does not start with a known prefix."));
  }

  @Test
  void aTextThatCannotBeAnIdIsRefused() {
    DeletionReport report =
        fixture
            .over(fixture.routes)
            .run(
                List.of(
                    "",
                    " ",
                    "th_1/..",
                    "th_1\tdeleted",
                    "th_é",
                    "th_" + "x".repeat(253),
                    "sk_live_secret",
                    "wss_secret"));

    String characters =
        "It has characters that no ID has: only letters, digits, _ and - are possible.";
    assertThat(fixture.routes.asked()).isEmpty();
    assertThat(report.refusals())
        .containsExactly(
            new DeletionIssue("\"\"", "It is blank."),
            new DeletionIssue("\"\"", "It is blank."),
            new DeletionIssue("\"th_1/..\"", characters),
            new DeletionIssue("\"th_1 deleted\"", characters),
            new DeletionIssue("\"th_é\"", characters),
            new DeletionIssue(
                "\"th_" + "x".repeat(57) + "…\"",
                "It has 256 characters, and an ID has at most 255."),
            new DeletionIssue("sk_…", "It does not start with a known prefix."),
            new DeletionIssue("wss_…", "It does not start with a known prefix."));
  }

  @Test
  void anIdOf255CharactersIsSent() {
    String longest = "th_" + "aZ09-_".repeat(42);

    assertThat(longest).hasSize(255);
    assertThat(fixture.over(fixture.routes).run(List.of(longest)).deleted()).isEqualTo(1);
  }

  @Test
  void anIdThatTheClientRejectsCountsAsRefused() {
    DeletionReport report =
        fixture
            .over(
                new FakeRoutes(
                    id -> {
                      throw MAKER.idPrefix("id", List.of("ot_"), "It does not fit.");
                    }))
            .run(FakeRoutes.things(1));

    assertThat(report.refusals()).containsExactly(new DeletionIssue("th_0", "It does not fit."));
    assertThat(report.routes()).isEmpty();
    assertThat(report.failed()).isZero();
  }

  @Test
  void failuresAreReportedWithTheirReasonsAndKinds() {
    DeletionReport report =
        fixture
            .over(
                new FakeRoutes(
                    id -> {
                      switch (id) {
                        case "th_0" -> FakeRoutes.fail(418);
                        case "th_1" -> throw new IllegalStateException();
                        case "th_2" -> throw new AssertionError("broken");
                        default -> {}
                      }
                    }))
            .run(FakeRoutes.things(4));

    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.failed()).isEqualTo(3);
    assertThat(report.isSuccessful()).isFalse();
    assertThat(report.failureKinds())
        .isEqualTo(
            Map.of("ApiException 418", 1L, "IllegalStateException", 1L, "AssertionError", 1L));
    assertThat(report.failures())
        .containsExactly(
            new DeletionIssue("th_0", "DELETE /things/{id} returned 418: No. Really not."),
            new DeletionIssue("th_1", "IllegalStateException"),
            new DeletionIssue("th_2", "broken"));
    assertThat(report.ending()).isEqualTo(DeletionEnding.COMPLETED);
  }

  @Test
  void onlyTheFirstHundredIssuesAreKept() {
    DeletionReport failed =
        fixture
            .over(new FakeRoutes(id -> FakeRoutes.fail(409)))
            .maxConsecutiveFailures(1000)
            .run(FakeRoutes.things(150));
    DeletionReport refused =
        fixture.over(fixture.routes).run(Stream.generate(() -> "zz_1").limit(150));

    assertThat(failed.failures()).hasSize(100);
    assertThat(failed.failures().get(99).id()).isEqualTo("th_99");
    assertThat(failed.failed()).isEqualTo(150);
    assertThat(refused.refusals()).hasSize(100);
    assertThat(refused.refused()).isEqualTo(150);
  }

  @Test
  void aReportPrintsItsCounts() {
    DeletionReport report =
        fixture
            .over(new FakeRoutes(id -> FakeRoutes.fail(id.equals("th_1") ? 404 : 500)))
            .run(List.of("th_0", "th_1", "zz_1"));

    assertThat(report)
        .hasToString(
            "COMPLETED: deleted 0, already gone 1, refused 1, failed 1, skipped 0, in 0 ms");
    assertThat(fixture.over(fixture.routes).dryRun().run(List.of("th_0", "zz_1")))
        .hasToString("COMPLETED, dry run: would send 1, refused 1, skipped 0, in 0 ms");
  }

  @Test
  void aSourceMustNotGiveNull() {
    assertThatThrownBy(() -> fixture.over(fixture.routes).run(Arrays.asList("th_1", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The source returned null instead of an ID.");
  }

  @Test
  void settingsOutOfRangeAreRejected() {
    Deletions deletions = fixture.over(fixture.routes);

    assertThatThrownBy(() -> deletions.concurrency(0))
        .hasMessage("The concurrency is 0: give from 1 to 1000.");
    assertThatThrownBy(() -> deletions.concurrency(1001))
        .hasMessage("The concurrency is 1001: give from 1 to 1000.");
    assertThatThrownBy(() -> deletions.maxConsecutiveFailures(0))
        .hasMessage("maxConsecutiveFailures is 0: give 1 to stop at the first failure, or more.");
    assertThat(
            deletions
                .concurrency(1000)
                .maxConsecutiveFailures(1)
                .run(FakeRoutes.things(1))
                .deleted())
        .isEqualTo(1);
  }
}
