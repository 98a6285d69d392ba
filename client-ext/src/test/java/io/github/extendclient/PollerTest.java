package io.github.extendclient;

import static io.github.extendclient.internal.error.Exceptions.MAKER;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import com.google.common.util.concurrent.Uninterruptibles;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.PollingException;
import io.github.extendclient.error.PollingTimeoutException;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollerTest {
  private final VirtualTimeline timeline = new VirtualTimeline();
  private final AtomicInteger reads = new AtomicInteger();

  private Poller.Builder builder() {
    return Poller.builder().timeline(timeline, new Random(1));
  }

  private Poller upTo(Duration limit) {
    return builder().timeout(limit).build();
  }

  /** A run that is pending for a number of reads. */
  private String read(int pending) {
    return reads.incrementAndGet() > pending ? "done" : "pending";
  }

  private static boolean isPending(String state) {
    return state.equals("pending");
  }

  @Test
  void theFirstReadComesAtOnce() {
    String run = upTo(Duration.ofMinutes(1)).poll("r_1", id -> id + " done", PollerTest::isPending);

    assertThat(run).isEqualTo("r_1 done");
    assertThat(timeline.waits()).isEmpty();
  }

  @Test
  void readsEverySecondForHalfAMinuteThenLessAndLess() {
    builder().build().poll("r_1", id -> read(45), PollerTest::isPending);

    List<Duration> waits = timeline.waits();
    assertThat(waits).hasSize(45);
    assertThat(waits.subList(0, 30))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1)));
    Duration longest = Duration.ZERO;
    for (Duration wait : waits.subList(33, 38)) {
      assertThat(wait).isGreaterThan(longest);
      longest = wait;
    }
    assertThat(waits.get(44)).isBetween(Duration.ofSeconds(27), Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.3S", "PT1S", "PT5S", "PT45S", "PT10M"})
  void neverWaitsBeyondItsLimit(Duration limit) {
    PollingTimeoutException failure =
        catchThrowableOfType(
            PollingTimeoutException.class,
            () -> upTo(limit).poll("r_1", id -> read(10_000), PollerTest::isPending));

    Duration waited = timeline.waits().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isLessThanOrEqualTo(limit).isGreaterThanOrEqualTo(limit.dividedBy(2));
    assertThat(failure.timeout()).isEqualTo(limit);
    assertThat(failure.reads()).isEqualTo(reads.get());
  }

  @Test
  void theMessageOfATimeoutSaysWhatToDo() {
    assertThatThrownBy(
            () -> upTo(Duration.ofSeconds(3)).poll("r_1", id -> read(99), PollerTest::isPending))
        .isInstanceOfSatisfying(
            PollingTimeoutException.class, e -> assertThat(e.runId()).isEqualTo("r_1"))
        .hasMessageMatching(
            "The run was still pending after 2\\.\\d+ s and 4 reads, and the poll's timeout is 3"
                + " s\\. The run goes on: read it later, or give the poll more time\\. \\(While"
                + " waiting for the run r_1\\.\\)");
  }

  @Test
  void aTimeoutOfZeroReadsOnce() {
    assertThatThrownBy(() -> upTo(Duration.ZERO).poll("r_1", id -> read(99), PollerTest::isPending))
        .isInstanceOf(PollingTimeoutException.class);
    assertThat(reads).hasValue(1);
  }

  @Test
  void anExceptionOfAReadHasTheRunId() {
    ExtendException thrown = MAKER.polling("other", "x", null);
    IllegalStateException strange = new IllegalStateException("ParseRun.status is missing");

    assertThatThrownBy(
            () ->
                upTo(Duration.ofSeconds(1))
                    .poll(
                        "r_1",
                        id -> {
                          throw thrown;
                        },
                        run -> true))
        .isSameAs(thrown);
    assertThatThrownBy(
            () ->
                upTo(Duration.ofSeconds(1))
                    .poll(
                        "r_1",
                        id -> id,
                        run -> {
                          throw strange;
                        }))
        .isInstanceOf(PollingException.class)
        .hasCause(strange)
        .hasMessage(
            "Waiting failed, and the run goes on: ParseRun.status is missing (While waiting for the"
                + " run r_1.)");
  }

  @Test
  void interruptionEndsTheWaitAndKeepsTheFlag() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> upTo(Duration.ofMinutes(1)).poll("r_1", id -> read(9), PollerTest::isPending))
        .isInstanceOf(PollingException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theAsynchronousFormDoesTheSame() {
    String run =
        upTo(Duration.ofMinutes(1))
            .pollAsync(
                "r_1", id -> CompletableFuture.supplyAsync(() -> read(5)), PollerTest::isPending)
            .join();

    assertThat(run).isEqualTo("done");
    assertThat(timeline.waits()).hasSize(5);
  }

  @Test
  void theAsynchronousFormFailsWithTheRun() {
    CompletableFuture<String> late =
        upTo(Duration.ofSeconds(2))
            .pollAsync(
                "r_1", id -> CompletableFuture.completedFuture("pending"), PollerTest::isPending);
    CompletableFuture<String> broken =
        upTo(Duration.ofSeconds(2))
            .pollAsync(
                "r_1",
                id -> CompletableFuture.failedFuture(new IllegalStateException("x")),
                PollerTest::isPending);

    assertThatThrownBy(late::join).hasCauseInstanceOf(PollingTimeoutException.class);
    assertThatThrownBy(broken::join)
        .hasCauseInstanceOf(PollingException.class)
        .hasMessageContaining("(While waiting for the run r_1.)");
  }

  @Test
  void aReadThatNeverCompletesEndsThePollAtItsTimeout() {
    CompletableFuture<String> never = new CompletableFuture<>();

    CompletableFuture<String> poll =
        Poller.upTo(Duration.ofMillis(50)).pollAsync("r_1", id -> never, PollerTest::isPending);

    assertThatThrownBy(() -> poll.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(PollingTimeoutException.class);
    assertThat(never).isCancelled();
  }

  @Test
  void aCallbackThatBlocksEndsThePollAtItsTimeout() {
    CountDownLatch ended = new CountDownLatch(1);
    CompletableFuture<String> response = new CompletableFuture<>();
    CompletableFuture<String> poll =
        Poller.upTo(Duration.ofMillis(50))
            .pollAsync(
                "r_1",
                id -> response,
                state -> {
                  Uninterruptibles.awaitUninterruptibly(ended);
                  return true;
                });
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(() -> response.complete("pending"));

    assertThatThrownBy(() -> poll.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(PollingTimeoutException.class);
    ended.countDown();
    reading.join();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anExceptionWithoutAMessageIsNamed(boolean isAsync) {
    Poller poller = builder().build();
    Function<String, String> failing =
        id -> {
          throw new UnsupportedOperationException();
        };

    assertThatThrownBy(
            () -> {
              if (isAsync) {
                poller
                    .pollAsync(
                        "r_1",
                        id -> CompletableFuture.completedFuture(failing.apply(id)),
                        PollerTest::isPending)
                    .join();
              } else {
                poller.poll("r_1", failing, PollerTest::isPending);
              }
            })
        .extracting(failure -> isAsync ? failure.getCause() : failure, as(THROWABLE))
        .hasMessage(
            "Waiting failed, and the run goes on: UnsupportedOperationException (While waiting for"
                + " the run r_1.)");
  }

  @Test
  void cancellingEndsTheReadUnderWay() {
    CompletableFuture<String> reading = new CompletableFuture<>();
    CompletableFuture<String> poll =
        upTo(Duration.ofMinutes(1)).pollAsync("r_1", id -> reading, PollerTest::isPending);

    poll.cancel(true);

    assertThat(reading).isCancelled();
  }

  @Test
  void cancellingEndsTheWait() {
    AtomicInteger later = new AtomicInteger();
    CompletableFuture<String> poll =
        Poller.builder()
            .timeline(SystemTimeline.INSTANCE, new Random(1))
            .interval(Duration.ofMillis(50))
            .build()
            .pollAsync(
                "r_1",
                id -> {
                  later.incrementAndGet();
                  return CompletableFuture.completedFuture("pending");
                },
                PollerTest::isPending);

    poll.cancel(true);
    SystemTimeline.INSTANCE.schedule(() -> reads.set(1), Duration.ofMillis(150));
    while (reads.get() == 0) {
      Thread.onSpinWait();
    }

    assertThat(later).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void progressIsReportedAfterEachPendingRead(boolean isAsync) {
    List<PollProgress> told = new ArrayList<>();
    Poller poller = builder().onProgress(told::add).build();

    if (isAsync) {
      poller
          .pollAsync("r_1", id -> CompletableFuture.completedFuture(read(3)), PollerTest::isPending)
          .join();
    } else {
      poller.poll("r_1", id -> read(3), PollerTest::isPending);
    }

    assertThat(told).extracting(PollProgress::reads).containsExactly(1, 2, 3);
    assertThat(told).extracting(PollProgress::nextIn).isEqualTo(timeline.waits());
    assertThat(told)
        .allSatisfy(
            progress -> {
              assertThat(progress.runId()).isEqualTo("r_1");
              assertThat(progress.run()).isEqualTo("pending");
            });
    assertThat(told.get(2).elapsed())
        .isEqualTo(timeline.waits().get(0).plus(timeline.waits().get(1)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anExceptionOfTheProgressListenerEndsThePollWithTheRunId(boolean isAsync) {
    IllegalStateException thrown = new IllegalStateException("enough");
    Poller poller =
        builder()
            .onProgress(
                progress -> {
                  throw thrown;
                })
            .build();

    assertThatThrownBy(
            () -> {
              if (isAsync) {
                poller
                    .pollAsync(
                        "r_1",
                        id -> CompletableFuture.completedFuture("pending"),
                        PollerTest::isPending)
                    .join();
              } else {
                poller.poll("r_1", id -> read(3), PollerTest::isPending);
              }
            })
        .satisfies(
            failure ->
                assertThat(isAsync ? failure.getCause() : failure)
                    .isInstanceOf(PollingException.class)
                    .hasCause(thrown)
                    .hasMessage(
                        "Waiting failed, and the run goes on: enough (While waiting for the run"
                            + " r_1.)"));
    assertThat(timeline.waits()).isEmpty();
  }

  @Test
  void tenThousandWaitingRunsHoldOneThread() {
    Poller poller =
        Poller.builder().interval(Duration.ofHours(1)).maxInterval(Duration.ofHours(1)).build();
    int before = Thread.activeCount();
    List<CompletableFuture<String>> polls = new ArrayList<>();

    for (int i = 0; i < 10_000; i++) {
      polls.add(
          poller.pollAsync(
              "r_" + i, id -> CompletableFuture.completedFuture("pending"), PollerTest::isPending));
    }

    assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + 1);
    polls.forEach(poll -> poll.cancel(true));
  }

  @Test
  void neitherReadsNorProgressRunOnTheTimer() {
    List<Boolean> onTimer = new CopyOnWriteArrayList<>();
    Poller poller =
        Poller.builder()
            .interval(Duration.ofMillis(1))
            .onProgress(progress -> onTimer.add(SystemTimeline.isTimer(Thread.currentThread())))
            .build();

    poller
        .pollAsync(
            "r_1",
            id -> {
              onTimer.add(SystemTimeline.isTimer(Thread.currentThread()));
              return CompletableFuture.completedFuture(onTimer.size() < 6 ? "pending" : "done");
            },
            PollerTest::isPending)
        .join();

    assertThat(onTimer).hasSizeGreaterThan(5).doesNotContain(true);
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> Poller.upTo(Duration.ofSeconds(-1)))
        .hasMessage("The timeout of a poll is PT-1S: give zero or more.");
    assertThatThrownBy(() -> Poller.builder().interval(Duration.ZERO))
        .hasMessage("The interval of a poll is PT0S: give more than zero.");
    assertThatThrownBy(() -> Poller.builder().maxInterval(Duration.ofMillis(-1)))
        .hasMessage("The maxInterval of a poll is PT-0.001S: give more than zero.");
  }
}
