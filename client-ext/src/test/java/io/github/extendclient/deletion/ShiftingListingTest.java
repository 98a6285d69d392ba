package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.page.Pages;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose page tokens count items, so that deletions shift what is still to come. */
@Timeout(60)
class ShiftingListingTest {
  private static final int PAGE = 2;

  private final List<String> things =
      new ArrayList<>(IntStream.range(0, 11).mapToObj(i -> "th_" + i).toList());
  private final FakeRoutes routes = new FakeRoutes(this::delete);
  private int listed;

  @TempDir private Path folder = Path.of("");

  private record From(@Nullable String token) implements PageRequest<From> {
    @Override
    public From withPageToken(@Nullable String next) {
      return new From(next);
    }
  }

  private record ThingPage(List<String> pageItems, @Nullable String pageToken)
      implements Page<String> {}

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  private synchronized void delete(String id) {
    things.remove(id);
  }

  private synchronized ThingPage list(From params) {
    listed++;
    int from = params.token() == null ? 0 : Integer.parseInt(params.token());
    int end = Math.min(from + PAGE, things.size());
    List<String> items = from < end ? List.copyOf(things.subList(from, end)) : List.of();
    return new ThingPage(items, end < things.size() ? Integer.toString(end) : null);
  }

  private IdSelection<String> listing() {
    return IdSelection.of(Pages.of(this::list, new From(null)), Function.identity());
  }

  private Deletions deletions() {
    return new Deletions(routes, new VirtualTimeline()).concurrency(1);
  }

  @Test
  void aSelectionSkipsNoItem() {
    DeletionReport report = deletions().run(listing());

    assertThat(report.deleted()).isEqualTo(11);
    assertThat(things).isEmpty();
  }

  @Test
  void aSelectionInTheBackgroundSkipsNoItem() {
    try (DeletionJob job = deletions().journal(folder.resolve("job.journal")).start(listing())) {
      assertThat(job.report().join().deleted()).isEqualTo(11);
    }
    assertThat(things).isEmpty();
    assertThat(folder.toFile().list()).containsExactly("job.journal");
  }

  /** The trap that the Javadoc names. */
  @Test
  void aStreamOfTheListingSkipsItems() {
    deletions().run(listing().stream());

    assertThat(things).isNotEmpty();
  }

  @Test
  void aDryRunReadsPageByPage() {
    DeletionReport report = deletions().dryRun().run(listing());

    assertThat(report.counts().planned()).isEqualTo(11);
    assertThat(listed).isEqualTo(6);
    assertThat(things).hasSize(11);
  }

  @Test
  void nothingIsDeletedIfTheListingBreaks() {
    IllegalStateException thrown = new IllegalStateException("no more");
    IdSelection<String> breaking =
        listing()
            .where(
                id -> {
                  if (id.equals("th_9")) {
                    throw thrown;
                  }
                  return true;
                });

    assertThatThrownBy(() -> deletions().run(breaking)).isSameAs(thrown);
    assertThat(routes.asked()).isEmpty();
  }

  @Test
  void aStopEndsTheListing() {
    List<DeletionJob> jobs = new ArrayList<>();
    CompletableFuture<Void> started = new CompletableFuture<>();
    IdSelection<String> stopping =
        listing()
            .where(
                id -> {
                  started.join();
                  jobs.get(0).stop();
                  return false;
                });

    jobs.add(deletions().start(stopping));
    started.complete(null);
    DeletionReport report = jobs.get(0).report().join();

    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(report.counts().total()).isZero();
    assertThat(listed).isEqualTo(1);
  }

  @Test
  void anInterruptionEndsTheListing() {
    IdSelection<String> interrupting =
        listing()
            .where(
                id -> {
                  Thread.currentThread().interrupt();
                  return true;
                });

    DeletionReport report = deletions().run(interrupting);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(routes.asked()).isEmpty();
  }

  @Test
  void everyJobReadsTheListingAgain() {
    IdSelection<String> selection = listing();
    deletions().run(selection);
    Stream.of("th_20", "th_21", "th_22").forEach(things::add);

    assertThat(deletions().run(selection).deleted()).isEqualTo(3);
  }
}
