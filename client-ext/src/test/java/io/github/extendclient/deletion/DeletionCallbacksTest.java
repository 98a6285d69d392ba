package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.testsupport.ThrownKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Users' code that throws, interrupts or closes during a deletion. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeletionCallbacksTest {
  @RegisterExtension private final DeletionFixture fixture = new DeletionFixture();

  /** Where code of the user runs during a deletion. */
  private enum Place {
    SOURCE,
    PACE,
    PROGRESS,
    ROUTE
  }

  static Stream<Arguments> placesAndKinds() {
    return Stream.of(Place.values())
        .flatMap(place -> Stream.of(ThrownKind.values()).map(kind -> Arguments.of(place, kind)));
  }

  @ParameterizedTest
  @MethodSource("placesAndKinds")
  void whateverACallbackThrowsEndsTheJob(Place place, ThrownKind kind) throws Exception {
    DeletionJob job = deletions(place, kind::raise).start(source(place, kind::raise));

    CompletableFuture<DeletionReport> report = job.report();
    if (place == Place.ROUTE) {
      assertThat(report.get(20, TimeUnit.SECONDS).failed()).isEqualTo(3);
    } else if (kind == ThrownKind.INTERRUPTED_EXCEPTION && place != Place.PROGRESS) {
      assertThat(report.get(20, TimeUnit.SECONDS).ending()).isEqualTo(DeletionEnding.STOPPED);
    } else {
      Throwable thrown = catchThrowable(() -> report.get(20, TimeUnit.SECONDS));
      assertThat(thrown).isInstanceOf(ExecutionException.class).cause().hasMessage("thrown");
    }
    job.close();
    assertThat(fixture.lines()).hasSizeGreaterThan(0);
  }

  @Test
  void anInterruptedExceptionOfTheSourceEndsTheDeletion() {
    DeletionReport report =
        fixture
            .over(fixture.routes)
            .run(source(Place.SOURCE, ThrownKind.INTERRUPTED_EXCEPTION::raise));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
  }

  @Test
  void aListenerThatSetsTheInterruptFlagDoesNotEndTheDeletion() {
    DeletionReport report =
        deletions(Place.PROGRESS, () -> Thread.currentThread().interrupt())
            .run(FakeRoutes.things(3));

    assertThat(report.ending()).isEqualTo(DeletionEnding.COMPLETED);
    assertThat(report.deleted()).isEqualTo(3);
    assertThat(fixture.lines()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("places")
  void aCallbackMayCloseTheJob(Place place) throws Exception {
    CompletableFuture<DeletionJob> job = new CompletableFuture<>();
    Runnable close = () -> job.join().close();

    job.complete(deletions(place, close).start(source(place, close)));

    assertThat(job.join().report().get(20, TimeUnit.SECONDS).ending())
        .isEqualTo(DeletionEnding.STOPPED);
  }

  static Stream<Place> places() {
    return Stream.of(Place.values());
  }

  @ParameterizedTest
  @EnumSource(names = {"SOURCE", "PACE"})
  void closeEndsAJobWhoseCallbackBlocks(Place place) throws Exception {
    Runnable block =
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
          }
        };
    DeletionJob job = deletions(place, block).start(source(place, block));

    job.close();

    assertThat(job.report().get(20, TimeUnit.SECONDS).ending()).isEqualTo(DeletionEnding.STOPPED);
  }

  @Test
  void anInterruptEndsTheWaitOfClose() throws Exception {
    CompletableFuture<Void> never = new CompletableFuture<>();
    DeletionJob job = fixture.over(new FakeRoutes(id -> never.join())).start(FakeRoutes.things(3));
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread closing =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              job.close();
              flag.set(Thread.interrupted());
            });

    closing.start();
    closing.join(20_000);

    assertThat(flag).hasValue(true);
    never.complete(null);
  }

  private Deletions deletions(Place place, Runnable code) {
    UnaryOperator<Deletions> callback =
        switch (place) {
          case SOURCE, ROUTE -> UnaryOperator.identity();
          case PACE -> deletions -> deletions.pace(code::run);
          case PROGRESS -> deletions -> deletions.onProgress(progress -> code.run());
        };
    FakeRoutes routes = new FakeRoutes(place == Place.ROUTE ? id -> code.run() : id -> {});
    return callback.apply(fixture.over(routes).journal(fixture.journal()));
  }

  private static Stream<String> source(Place place, Runnable code) {
    return FakeRoutes.things(3)
        .peek(
            id -> {
              if (place == Place.SOURCE && id.equals("th_1")) {
                code.run();
              }
            });
  }
}
