package io.github.extendclient.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.PagingException;
import io.github.extendclient.page.FakeListing.FakePage;
import io.github.extendclient.page.FakeListing.Params;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AsyncPagesTest {
  private final FakeListing listing =
      new FakeListing().page(null, "t1", "a").page("t1", "t2").page("t2", null, "b");

  /** Loads that the test completes. */
  private final Deque<CompletableFuture<FakePage>> loads = new ArrayDeque<>();

  private final List<String> given = new ArrayList<>();

  private AsyncPages<String> atOnce() {
    return AsyncPages.of(listing::listAsync, FakeListing.params());
  }

  private AsyncPages<String> whenTold() {
    return AsyncPages.of(
        (Params params) -> {
          CompletableFuture<FakePage> load = new CompletableFuture<>();
          loads.add(load);
          return load;
        },
        FakeListing.params());
  }

  @Test
  void giveAllItemsInOrder() {
    assertThat(atOnce().forEach(given::add)).isCompleted();

    assertThat(given).containsExactly("a", "b");
    assertThat(listing.asked())
        .containsExactly(new Params("red", null), new Params("red", "t1"), new Params("red", "t2"));
  }

  @Test
  void failWithTheExceptionOfTheListingItself() {
    List<Throwable> failures = new ArrayList<>();
    IllegalStateException outage = new IllegalStateException("outage");
    CompletableFuture<FakePage> load = new CompletableFuture<>();

    AsyncPages.of((Params params) -> load.thenApply(page -> page), FakeListing.params())
        .forEach(given::add)
        .whenComplete((nothing, failure) -> failures.add(failure));
    load.completeExceptionally(outage);

    assertThat(failures).containsExactly(outage);
  }

  @Test
  void loadOnePageAfterTheOther() {
    CompletableFuture<Void> done = whenTold().forEach(given::add);

    assertThat(loads).hasSize(1);
    loads.remove().complete(new FakePage(List.of("a"), "t1"));
    assertThat(given).containsExactly("a");
    assertThat(loads).hasSize(1);
    assertThat(done).isNotDone();
    loads.remove().complete(new FakePage(List.of("b"), null));

    assertThat(done).isCompleted();
    assertThat(given).containsExactly("a", "b");
    assertThat(loads).isEmpty();
  }

  @Test
  void continueFromAToken() {
    assertThat(atOnce().from("t2").forEach(given::add)).isCompleted();

    assertThat(given).containsExactly("b");
  }

  @Test
  void stopWhenNoFurtherPageIsWanted() {
    assertThat(atOnce().forEachPage(page -> page.pageItems().contains("a"))).isCompleted();

    assertThat(listing.loads()).isEqualTo(2);
  }

  @Test
  void failWithWhatTheListingThrows() {
    RuntimeException outage = new IllegalStateException("outage");
    listing.failOnce(outage);
    CompletableFuture<Void> thrown = atOnce().forEach(given::add);
    CompletableFuture<Void> failed = whenTold().forEach(given::add);
    loads.remove().completeExceptionally(outage);
    CompletableFuture<Void> failedAtOnce =
        AsyncPages.of(
                (Params params) -> CompletableFuture.<FakePage>failedFuture(outage),
                FakeListing.params())
            .forEach(given::add);

    assertThat(List.of(thrown, failed, failedAtOnce))
        .allSatisfy(future -> assertThatThrownBy(future::join).hasCause(outage));
  }

  @Test
  void failWithWhatTheActionThrows() {
    RuntimeException full = new IllegalStateException("full");
    CompletableFuture<Void> later =
        whenTold()
            .forEach(
                item -> {
                  throw full;
                });
    loads.remove().complete(new FakePage(List.of("a"), "t1"));

    assertThatThrownBy(later::join).hasCause(full);
    assertThat(loads).isEmpty();
  }

  @Test
  void failAtATokenThatRepeats() {
    listing.page("t2", "t1", "b");

    assertThatThrownBy(() -> atOnce().forEach(given::add).join())
        .hasCauseInstanceOf(PagingException.class)
        .hasMessageContaining("The listing gave the page token \"t1\" a second time");
  }

  @Test
  void cancelTheLoadUnderWay() {
    CompletableFuture<Void> done = whenTold().forEach(given::add);
    CompletableFuture<FakePage> load = loads.remove();

    done.cancel(true);

    assertThat(load).isCancelled();
    assertThat(loads).isEmpty();
  }

  @Test
  void doNotPileUpPagesOnTheStack() {
    AtomicInteger pages = new AtomicInteger();

    CompletableFuture<Void> done =
        AsyncPages.of(
                (Params params) -> {
                  int page = pages.incrementAndGet();
                  String next = page < 50_000 ? "t" + page : null;
                  return CompletableFuture.completedFuture(new FakePage(List.of(), next));
                },
                FakeListing.params())
            .forEach(given::add);

    assertThat(done).isCompleted();
    assertThat(pages).hasValue(50_000);
  }
}
