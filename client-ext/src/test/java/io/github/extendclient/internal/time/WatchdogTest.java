package io.github.extendclient.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testsupport.CapturedLog;
import io.github.extendclient.testsupport.ManualTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private final ManualTimeline timeline = new ManualTimeline();
  private final Watchdog watchdog = new Watchdog(timeline);
  private final List<Duration> stops = new ArrayList<>();

  private Watchdog.Watch watch(Duration time) {
    return watchdog.watch(time.toNanos(), () -> stops.add(Duration.ofNanos(timeline.nanoTime())));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void stopsEachPieceOfWorkWhenItsTimeIsOver() {
    watch(seconds(60));
    watch(seconds(1));
    watch(seconds(12));

    timeline.advanceTo(seconds(100));

    assertThat(stops).containsExactly(seconds(1), seconds(12), seconds(60));
  }

  @Test
  void workWithoutTimeIsStoppedAtOnce() {
    watch(Duration.ZERO);

    timeline.advanceTo(Duration.ZERO);

    assertThat(stops).containsExactly(Duration.ZERO);
  }

  @Test
  void workThatHasEndedIsNotStopped() {
    watch(seconds(1)).end();
    watch(seconds(2));

    timeline.advanceTo(seconds(100));

    assertThat(stops).containsExactly(seconds(2));
  }

  @Test
  void anInterruptedThreadIsNoticedWithin100Milliseconds() {
    watchdog.watch(
        seconds(60).toNanos(),
        () -> {
          throw new AssertionError("The time is not over.");
        },
        Thread.currentThread(),
        () -> stops.add(Duration.ofNanos(timeline.nanoTime())));
    timeline.advanceTo(Duration.ofMillis(1_010));

    Thread.currentThread().interrupt();
    timeline.advanceTo(Duration.ofMillis(1_110));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(stops).containsExactly(Duration.ofMillis(1_050));
  }

  @Test
  void workThatEndsInTimePlansNoWakeUp() {
    for (int i = 0; i < 1_000; i++) {
      watch(seconds(60)).end();
    }

    assertThat(timeline.planned()).isEqualTo(1);
  }

  @Test
  void afterTheLastWorkTheWakeUpsEnd() {
    watch(seconds(3_600)).end();

    timeline.advanceTo(seconds(5));

    assertThat(timeline.tasks()).isZero();
  }

  @Test
  void oneWakeUpIsPlannedWhileWorkRuns() {
    for (int i = 100; i > 0; i--) {
      watch(seconds(i));
      assertThat(timeline.tasks()).isEqualTo(1);
    }

    timeline.advanceTo(seconds(50));

    assertThat(timeline.tasks()).isEqualTo(1);
  }

  @Test
  void aStopThatThrowsDoesNotPreventOthers() {
    try (CapturedLog log = new CapturedLog("io.github.extendclient.deadlines", Level.WARNING)) {
      for (int i = 0; i < 3; i++) {
        watch(seconds(1));
        watchdog.watch(
            seconds(1).toNanos(),
            () -> {
              throw new IllegalStateException("no");
            });
      }

      timeline.advanceTo(seconds(1));

      assertThat(stops).hasSize(3);
      assertThat(log.lines())
          .hasSize(3)
          .containsOnly("WARNING A call whose time is over could not be stopped.");
    }
  }

  @Test
  void workOfManyThreadsIsStoppedInTime() throws InterruptedException {
    int each = 2_000;
    CountDownLatch stopped = new CountDownLatch(4 * each);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  Watchdog.Watch ended = Watchdog.INSTANCE.watch(seconds(60).toNanos(), () -> {});
                  Watchdog.INSTANCE.watch(i % 50 * 100_000L, stopped::countDown);
                  ended.end();
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
