package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends a deletion before its last ID: failures, exceptions, interrupts, and the program. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeletionsEndTest {
  @RegisterExtension private final DeletionFixture fixture = new DeletionFixture();

  @Test
  void aRejectedKeyEndsTheDeletionAtOnce() {
    for (int status : List.of(401, 403)) {
      FakeRoutes refusing = new FakeRoutes(id -> FakeRoutes.fail(status));

      DeletionReport report = fixture.over(refusing).run(FakeRoutes.things(1000));

      assertThat(report.ending()).isEqualTo(DeletionEnding.KEY_REFUSED);
      assertThat(report.failed()).isEqualTo(1);
      assertThat(refusing.asked()).containsExactly("th_0");
      assertThat(report.isSuccessful()).isFalse();
    }
  }

  @Test
  void tooManyFailuresInARowEndTheDeletion() {
    FakeRoutes failing = new FakeRoutes(id -> FakeRoutes.fail(500));

    DeletionReport byDefault = fixture.over(failing).run(FakeRoutes.things(1000));
    DeletionReport report =
        fixture.over(failing).maxConsecutiveFailures(3).run(FakeRoutes.things(1000));

    assertThat(byDefault.failed()).isEqualTo(100);
    assertThat(report.ending()).isEqualTo(DeletionEnding.TOO_MANY_FAILURES);
    assertThat(report.failed()).isEqualTo(3);
  }

  @Test
  void aSuccessResetsTheCountOfFailuresInARow() {
    AtomicInteger calls = new AtomicInteger();
    FakeRoutes everyThird =
        new FakeRoutes(id -> FakeRoutes.fail(calls.incrementAndGet() % 3 == 0 ? 404 : 500));

    DeletionReport report =
        fixture.over(everyThird).maxConsecutiveFailures(3).run(FakeRoutes.things(30));

    assertThat(report.ending()).isEqualTo(DeletionEnding.COMPLETED);
    assertThat(report.failed()).isEqualTo(20);
  }

  @Test
  void stopLetsTheRequestsUnderWayEnd() throws InterruptedException {
    BlockingQueue<CompletableFuture<Void>> underWay = new LinkedBlockingQueue<>();
    FakeRoutes pending = new FakeRoutes(id -> Waits.untilCompleted(underWay));
    DeletionJob job =
        fixture.over(pending).journal(fixture.journal()).start(FakeRoutes.things(100));
    CompletableFuture<Void> first = underWay.take();

    job.stop();
    assertThat(job.report()).isNotDone();
    first.complete(null);
    DeletionReport report = job.report().join();
    job.close();

    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.isSuccessful()).isFalse();
    assertThat(job.progress().deleted()).isEqualTo(1);
    assertThat(pending.asked()).containsExactly("th_0");
    assertThat(fixture.lines()).hasSize(2);
  }

  @Test
  void closeStopsAndWaitsForTheRequestsUnderWay() throws InterruptedException {
    BlockingQueue<CompletableFuture<Void>> underWay = new LinkedBlockingQueue<>();
    FakeRoutes firstPending =
        new FakeRoutes(
            id -> {
              if (id.equals("th_0")) {
                Waits.untilCompleted(underWay);
              }
            });
    Stream<String> endless = IntStream.iterate(0, i -> i + 1).mapToObj(i -> "th_" + i);
    DeletionJob job = fixture.over(firstPending).journal(fixture.journal()).start(endless);
    CompletableFuture<Void> first = underWay.take();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(job::close);

    assertThat(closed).isNotDone();
    first.complete(null);
    closed.join();

    DeletionReport report = job.report().getNow(null);
    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(fixture.lines()).hasSize(1 + (int) report.deleted());
  }

  @Test
  void closeDoesNotThrowWhatTheDeletionThrew() {
    DeletionJob job =
        fixture
            .over(fixture.routes)
            .start(
                Stream.of(1)
                    .map(
                        i -> {
                          throw new IllegalStateException("no more");
                        }));

    assertThatThrownBy(() -> job.report().join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("no more");
    job.close();
  }

  @Test
  void anInterruptEndsTheDeletion() {
    for (Path path : Arrays.asList(null, fixture.journal())) {
      CountDownLatch three = new CountDownLatch(3);
      FakeRoutes deleting = new FakeRoutes(id -> three.countDown());
      Deletions deletions =
          path == null ? fixture.over(deleting) : fixture.over(deleting).journal(path);

      DeletionReport report =
          deletions.run(
              FakeRoutes.things(10)
                  .peek(
                      id -> {
                        if (id.equals("th_3")) {
                          Waits.await(three);
                          Thread.currentThread().interrupt();
                        }
                      }));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
      assertThat(report.deleted()).isEqualTo(3);
      assertThat(deleting.asked()).containsExactly("th_0", "th_1", "th_2");
    }
    assertThat(fixture.lines()).hasSize(4);
  }

  @Test
  void anInterruptBeforeTheStartSendsNothing() {
    Thread.currentThread().interrupt();

    DeletionReport report =
        fixture.over(fixture.routes).journal(fixture.journal()).run(FakeRoutes.things(10));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(fixture.routes.asked()).isEmpty();
  }

  @Test
  void anInterruptOfTheSourceEndsTheDeletion() {
    CountDownLatch three = new CountDownLatch(3);
    DeletionReport report =
        fixture
            .over(new FakeRoutes(id -> three.countDown()))
            .run(
                FakeRoutes.things(10)
                    .peek(
                        id -> {
                          if (id.equals("th_3")) {
                            Waits.await(three);
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException("The call was interrupted.");
                          }
                        }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(report.deleted()).isEqualTo(3);
  }

  @Test
  void anExceptionOfTheSourceIsThrownAfterTheJournalIsWritten() {
    RuntimeException outage = new IllegalStateException("outage");

    assertThatThrownBy(
            () ->
                fixture
                    .over(fixture.routes)
                    .journal(fixture.journal())
                    .run(
                        FakeRoutes.things(10)
                            .peek(
                                id -> {
                                  if (id.equals("th_3")) {
                                    throw outage;
                                  }
                                })))
        .isSameAs(outage);
    assertThat(fixture.lines()).hasSize(4);
  }

  @Test
  void anExceptionOfTheListenerIsThrown() {
    RuntimeException broken = new IllegalStateException("broken");

    assertThatThrownBy(
            () ->
                fixture
                    .over(fixture.routes)
                    .onProgress(
                        progress -> {
                          throw broken;
                        })
                    .run(Stream.generate(() -> "th_1")))
        .isSameAs(broken);
  }

  @Test
  void anErrorOfTheListenerIsThrown() {
    Error broken = new AssertionError("broken");

    assertThatThrownBy(
            () ->
                fixture
                    .over(fixture.routes)
                    .onProgress(
                        progress -> {
                          throw broken;
                        })
                    .run(FakeRoutes.things(1)))
        .isSameAs(broken);
  }
}
