package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The threads of a deletion, and how far it reads ahead. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeletionsThreadsTest {
  @RegisterExtension private final DeletionFixture fixture = new DeletionFixture();

  @Test
  void backgroundThreadsAreDaemons() {
    List<Boolean> daemons = new CopyOnWriteArrayList<>();

    fixture
        .over(new FakeRoutes(id -> daemons.add(Thread.currentThread().isDaemon())))
        .pace(() -> daemons.add(Thread.currentThread().isDaemon()))
        .onProgress(progress -> daemons.add(Thread.currentThread().isDaemon()))
        .start(FakeRoutes.things(1))
        .report()
        .join();

    assertThat(daemons).hasSizeGreaterThanOrEqualTo(3).containsOnly(true);
  }

  @Test
  void requestsAreSentOnDaemonThreadsEvenIfTheCallerIsNone() throws InterruptedException {
    List<Boolean> daemons = new CopyOnWriteArrayList<>();
    FakeRoutes noting = new FakeRoutes(id -> daemons.add(Thread.currentThread().isDaemon()));
    Thread caller = new Thread(() -> fixture.over(noting).run(FakeRoutes.things(1)));
    caller.setDaemon(false);

    caller.start();
    caller.join();

    assertThat(daemons).containsExactly(true);
  }

  @Test
  void theThreadsEndWithTheDeletion() throws InterruptedException {
    Set<Thread> senders = ConcurrentHashMap.newKeySet();

    fixture
        .over(new FakeRoutes(id -> senders.add(Thread.currentThread())))
        .concurrency(4)
        .run(FakeRoutes.things(100));

    assertThat(senders).hasSizeBetween(1, 4);
    for (Thread sender : senders) {
      sender.join();
    }
  }

  @Test
  void asManyRequestsAreUnderWayAsAllowed() {
    int allowed = 3;
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    // Lets go when three are under way: with fewer, nothing would move.
    CyclicBarrier barrier = new CyclicBarrier(allowed);
    FakeRoutes slow =
        new FakeRoutes(
            id -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              Waits.await(barrier);
              underWay.decrementAndGet();
            });

    DeletionReport report =
        fixture.over(slow).concurrency(allowed).run(FakeRoutes.things(30 * allowed));

    assertThat(report.deleted()).isEqualTo(90);
    assertThat(most).hasValue(allowed);
  }

  @Test
  void requestsWaitForThePace() {
    List<Duration> turns = new ArrayList<>();

    fixture
        .over(new FakeRoutes(id -> turns.add(Duration.ofNanos(fixture.timeline.nanoTime()))))
        .pace(new EvenPace(4, fixture.timeline))
        .run(FakeRoutes.things(3));

    assertThat(turns)
        .containsExactly(Duration.ZERO, Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void aStreamIsNotReadFarAhead() {
    AtomicInteger taken = new AtomicInteger();
    Stream<String> ids =
        Stream.of("a", "b")
            .flatMap(
                group ->
                    IntStream.iterate(0, i -> i + 1)
                        .peek(i -> taken.incrementAndGet())
                        .mapToObj(i -> "th_" + group + i));
    FakeRoutes refusing =
        new FakeRoutes(
            id -> {
              if (id.equals("th_a9")) {
                FakeRoutes.fail(401);
              }
            });

    DeletionReport report = fixture.over(refusing).run(ids);

    assertThat(report.deleted()).isEqualTo(9);
    // One may wait already, and another be held by the thread that takes them.
    assertThat(taken).hasValueBetween(10, 12);
  }

  @Test
  void aParallelStreamIsReadInOrder() {
    assertThat(fixture.over(fixture.routes).run(FakeRoutes.things(1000).parallel()).deleted())
        .isEqualTo(1000);
    assertThat(fixture.routes.asked()).isEqualTo(FakeRoutes.things(1000).toList());
  }

  @Test
  void asManyIdsAreReadAheadAsMayBeUnderWay() {
    // Two are under way, two wait, and one is held by the thread that takes them.
    assertThat(readUntilRefused(deletions -> deletions.concurrency(2), 5)).isEqualTo(5);
  }

  @Test
  void withAPaceNoIdIsReadAhead() {
    assertThat(readUntilRefused(deletions -> deletions.concurrency(2).pace(() -> {}), 3))
        .isEqualTo(3);
  }

  /** How many IDs are read if the key is refused when a number of them has been. */
  private int readUntilRefused(UnaryOperator<Deletions> settings, int number) {
    CountDownLatch read = new CountDownLatch(number);
    FakeRoutes refusing =
        new FakeRoutes(
            id -> {
              Waits.await(read);
              FakeRoutes.fail(401);
            });
    Iterator<String> ids = FakeRoutes.things(10).peek(id -> read.countDown()).iterator();

    settings.apply(fixture.over(refusing)).run(ids);

    return Integer.parseInt(ids.next().substring("th_".length()));
  }
}
