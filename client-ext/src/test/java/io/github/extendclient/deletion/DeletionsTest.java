package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.IdPrefixException;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeletionsTest {
  private final VirtualTimeline timeline = new VirtualTimeline();
  private final FakeRoutes routes = FakeRoutes.succeeding();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  /** One after the other, so that what happens has an order. */
  private Deletions over(Router router) {
    return new Deletions(router, timeline).concurrency(1);
  }

  private Path journal() {
    return folder.resolve("sweep.journal");
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(journal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> things(int count) {
    return IntStream.range(0, count).mapToObj(i -> "th_" + i);
  }

  private static FakeRoutes answering(Consumer<String> delete) {
    return new FakeRoutes(delete);
  }

  @Test
  void sendEveryIdWhereItBelongs() {
    DeletionReport report = over(routes).run(List.of("th_1", "ot_1", "th_2"));

    assertThat(routes.asked()).containsExactly("th_1", "ot_1", "th_2");
    assertThat(report.routes()).isEqualTo(Map.of(FakeRoutes.THINGS, 2L, FakeRoutes.OTHERS, 1L));
    assertThat(report.deleted()).isEqualTo(3);
    assertThat(report.ending()).isEqualTo(DeletionEnding.COMPLETED);
    assertThat(report.isClean()).isTrue();
    assertThat(report.isDryRun()).isFalse();
  }

  @Test
  void tellTheTimeThatTheyTook() {
    timeline.advance(Duration.ofHours(1));

    DeletionReport report =
        over(routes).pace(() -> timeline.advance(Duration.ofSeconds(2))).run(things(3));

    assertThat(report.elapsed()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void holdNoJvmInTheBackground() {
    List<Boolean> daemons = new CopyOnWriteArrayList<>();

    over(answering(id -> daemons.add(Thread.currentThread().isDaemon())))
        .pace(() -> daemons.add(Thread.currentThread().isDaemon()))
        .onProgress(progress -> daemons.add(Thread.currentThread().isDaemon()))
        .start(things(1))
        .report()
        .join();

    assertThat(daemons).hasSizeGreaterThanOrEqualTo(3).containsOnly(true);
  }

  @Test
  void sendOnDaemonThreadsWhoeverRunsThem() throws InterruptedException {
    List<Boolean> daemons = new CopyOnWriteArrayList<>();
    FakeRoutes noting = answering(id -> daemons.add(Thread.currentThread().isDaemon()));
    Thread caller = new Thread(() -> over(noting).run(things(1)));
    caller.setDaemon(false);

    caller.start();
    caller.join();

    assertThat(daemons).containsExactly(true);
  }

  @Test
  void leaveNoThreadsBehind() throws InterruptedException {
    Set<Thread> senders = ConcurrentHashMap.newKeySet();

    over(answering(id -> senders.add(Thread.currentThread()))).concurrency(4).run(things(100));

    assertThat(senders).hasSizeBetween(1, 4);
    for (Thread sender : senders) {
      sender.join();
    }
  }

  @Test
  void takeIteratorsAndStreams() {
    assertThat(over(routes).run(List.of("th_1").iterator()).deleted()).isEqualTo(1);
    assertThat(over(routes).run(things(2)).deleted()).isEqualTo(2);
    assertThat(over(routes).start(things(3)).report().join().deleted()).isEqualTo(3);
    assertThat(over(routes).start(List.of("th_1")).report().join().deleted()).isEqualTo(1);
    assertThat(over(routes).start(List.of("th_1").iterator()).report().join().deleted())
        .isEqualTo(1);
  }

  @Test
  void countAnIdThatIsNotThereAsGone() {
    DeletionReport report = over(answering(id -> FakeRoutes.fail(404))).run(things(2));

    assertThat(report.alreadyGone()).isEqualTo(2);
    assertThat(report.deleted()).isZero();
    assertThat(report.isClean()).isTrue();
    assertThat(report.routes()).isEqualTo(Map.of(FakeRoutes.THINGS, 2L));
  }

  @Test
  void countAnIdThatIsGoneAfterALostAnswerAsDeleted() {
    DeletionReport report =
        over(answering(
                id -> {
                  throw FakeRoutes.answer(404, true);
                }))
            .run(things(1));

    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.alreadyGone()).isZero();
  }

  @Test
  void refuseWhatNoOperationTakes() {
    DeletionReport report = over(routes).run(List.of("zz_1", "th_1"));

    assertThat(routes.asked()).containsExactly("th_1");
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.isClean()).isFalse();
    assertThat(report.refusals())
        .containsExactly(new DeletionIssue("zz_1", "It does not start with a known prefix."));
  }

  @Test
  void refuseWhatCanBeNoId() {
    DeletionReport report =
        over(routes)
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
    assertThat(routes.asked()).isEmpty();
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
  void takeTheLongestId() {
    String longest = "th_" + "aZ09-_".repeat(42);

    assertThat(longest).hasSize(255);
    assertThat(over(routes).run(List.of(longest)).deleted()).isEqualTo(1);
  }

  @Test
  void countAnIdThatTheClientRefusesAsRefused() {
    DeletionReport report =
        over(answering(
                id -> {
                  throw new IdPrefixException("id", List.of("ot_"), "It does not fit.");
                }))
            .run(things(1));

    assertThat(report.refusals()).containsExactly(new DeletionIssue("th_0", "It does not fit."));
    assertThat(report.routes()).isEmpty();
    assertThat(report.failed()).isZero();
  }

  @Test
  void reportFailuresWithReasonsAndKinds() {
    DeletionReport report =
        over(answering(
                id -> {
                  switch (id) {
                    case "th_0" -> FakeRoutes.fail(418);
                    case "th_1" -> throw new IllegalStateException();
                    case "th_2" -> throw new AssertionError("broken");
                    default -> {}
                  }
                }))
            .run(things(4));

    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.failed()).isEqualTo(3);
    assertThat(report.isClean()).isFalse();
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
  void keepTheFirstHundredIssuesOnly() {
    DeletionReport failed =
        over(answering(id -> FakeRoutes.fail(409))).maxFailuresInARow(1000).run(things(150));
    DeletionReport refused = over(routes).run(Stream.generate(() -> "zz_1").limit(150));

    assertThat(failed.failures()).hasSize(100);
    assertThat(failed.failures().get(99).id()).isEqualTo("th_99");
    assertThat(failed.failed()).isEqualTo(150);
    assertThat(refused.refusals()).hasSize(100);
    assertThat(refused.refused()).isEqualTo(150);
  }

  @Test
  void summarize() {
    DeletionReport report =
        over(answering(id -> FakeRoutes.fail(id.equals("th_1") ? 404 : 500)))
            .run(List.of("th_0", "th_1", "zz_1"));

    assertThat(report)
        .hasToString(
            "COMPLETED: deleted 0, already gone 1, refused 1, failed 1, skipped 0, in 0 ms");
    assertThat(over(routes).dryRun().run(List.of("th_0", "zz_1")))
        .hasToString("COMPLETED, dry run: would send 1, refused 1, skipped 0, in 0 ms");
  }

  @Test
  void measureTheTime() {
    DeletionReport report =
        over(answering(id -> timeline.advance(Duration.ofMillis(1500)))).run(things(2));

    assertThat(report.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void sendNothingInADryRun() {
    DeletionReport report =
        over(routes).journal(journal()).dryRun().run(List.of("th_1", "ot_1", "zz_1"));

    assertThat(routes.asked()).isEmpty();
    assertThat(report.isDryRun()).isTrue();
    assertThat(report.counts()).isEqualTo(new DeletionProgress(0, 0, 1, 0, 0, 2, Duration.ZERO));
    assertThat(report.routes()).isEqualTo(Map.of(FakeRoutes.THINGS, 1L, FakeRoutes.OTHERS, 1L));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void skipWhatIsDoneInADryRun() {
    over(routes).journal(journal()).run(things(2));
    List<String> before = lines();

    DeletionReport report = over(routes).journal(journal()).dryRun().run(things(3));

    assertThat(report.skipped()).isEqualTo(2);
    assertThat(report.counts().planned()).isEqualTo(1);
    assertThat(lines()).isEqualTo(before);
  }

  @Test
  void writeEveryResultToTheJournal() {
    Consumer<String> delete =
        id -> {
          switch (id) {
            case "th_gone" -> FakeRoutes.fail(404);
            case "th_busy" -> FakeRoutes.fail(418);
            default -> {}
          }
        };

    over(answering(delete))
        .journal(journal())
        .run(List.of("th_1", "th_gone", "th_busy", "zz_1", "a\nb"));

    assertThat(lines())
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
  void countAResultOnlyWhenItIsInTheJournal() {
    List<Long> counted = new ArrayList<>();

    DeletionReport report =
        over(routes)
            .journal(journal())
            .onProgress(
                progress -> {
                  counted.add(progress.total());
                  assertThat(lines()).hasSizeGreaterThanOrEqualTo((int) progress.total() + 1);
                })
            .run(things(500));

    assertThat(report.deleted()).isEqualTo(500);
    assertThat(counted).isSorted().endsWith(500L);
  }

  @Test
  void askAgainOnlyForWhatIsNotDone() {
    Consumer<String> delete =
        id -> {
          switch (id) {
            case "th_0" -> FakeRoutes.fail(404);
            case "th_1" -> FakeRoutes.fail(500);
            default -> {}
          }
        };
    over(answering(delete)).journal(journal()).run(things(3));

    DeletionReport report =
        over(routes).journal(journal()).run(Stream.concat(things(4), Stream.of("zz_1")));

    assertThat(routes.asked()).containsExactly("th_1", "th_3");
    assertThat(report.counts()).isEqualTo(new DeletionProgress(2, 0, 1, 0, 2, 0, Duration.ZERO));
  }

  @Test
  void askOnceForAnIdThatComesTwice() {
    DeletionReport report = over(routes).journal(journal()).run(List.of("th_1", "th_2", "th_1"));

    assertThat(routes.asked()).containsExactly("th_1", "th_2");
    assertThat(report.skipped()).isEqualTo(1);
  }

  @Test
  void leaveNothingButTheJournalBehind() {
    over(routes).journal(journal()).run(things(5000));

    assertThat(folder).isDirectoryContaining(path -> path.equals(journal()));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void endAtOnceWhenTheKeyIsRefused() {
    for (int status : List.of(401, 403)) {
      FakeRoutes refusing = answering(id -> FakeRoutes.fail(status));

      DeletionReport report = over(refusing).run(things(1000));

      assertThat(report.ending()).isEqualTo(DeletionEnding.KEY_REFUSED);
      assertThat(report.failed()).isEqualTo(1);
      assertThat(refusing.asked()).containsExactly("th_0");
      assertThat(report.isClean()).isFalse();
    }
  }

  @Test
  void endAfterTooManyFailuresInARow() {
    FakeRoutes failing = answering(id -> FakeRoutes.fail(500));

    DeletionReport byDefault = over(failing).run(things(1000));
    DeletionReport report = over(failing).maxFailuresInARow(3).run(things(1000));

    assertThat(byDefault.failed()).isEqualTo(100);
    assertThat(report.ending()).isEqualTo(DeletionEnding.TOO_MANY_FAILURES);
    assertThat(report.failed()).isEqualTo(3);
  }

  @Test
  void countFailuresInARowAnewAfterASuccess() {
    AtomicInteger calls = new AtomicInteger();
    FakeRoutes everyThird =
        answering(id -> FakeRoutes.fail(calls.incrementAndGet() % 3 == 0 ? 404 : 500));

    DeletionReport report = over(everyThird).maxFailuresInARow(3).run(things(30));

    assertThat(report.ending()).isEqualTo(DeletionEnding.COMPLETED);
    assertThat(report.failed()).isEqualTo(20);
  }

  @Test
  void haveAsManyRequestsUnderWayAsAllowed() {
    int allowed = 3;
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    // Lets go when three are under way: with fewer, nothing would move.
    CyclicBarrier barrier = new CyclicBarrier(allowed);
    FakeRoutes slow =
        answering(
            id -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              await(barrier);
              underWay.decrementAndGet();
            });

    DeletionReport report = over(slow).concurrency(allowed).run(things(30 * allowed));

    assertThat(report.deleted()).isEqualTo(90);
    assertThat(most).hasValue(allowed);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private static void untilCompleted(BlockingQueue<CompletableFuture<Void>> underWay) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    underWay.add(answer);
    answer.join();
  }

  @Test
  void waitForTheirTurn() {
    List<Duration> turns = new ArrayList<>();

    over(answering(id -> turns.add(Duration.ofNanos(timeline.nanoTime()))))
        .pace(new EvenPace(4, timeline))
        .run(things(3));

    assertThat(turns)
        .containsExactly(Duration.ZERO, Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @Test
  void stopWhenTold() throws InterruptedException {
    BlockingQueue<CompletableFuture<Void>> underWay = new LinkedBlockingQueue<>();
    FakeRoutes pending = answering(id -> untilCompleted(underWay));
    DeletionSweep sweep = over(pending).journal(journal()).start(things(100));
    CompletableFuture<Void> first = underWay.take();

    sweep.stop();
    assertThat(sweep.report()).isNotDone();
    first.complete(null);
    DeletionReport report = sweep.report().join();
    sweep.close();

    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.isClean()).isFalse();
    assertThat(sweep.progress().deleted()).isEqualTo(1);
    assertThat(pending.asked()).containsExactly("th_0");
    assertThat(lines()).hasSize(2);
  }

  @Test
  void closeStopsAndWaitsForWhatIsUnderWay() throws InterruptedException {
    BlockingQueue<CompletableFuture<Void>> underWay = new LinkedBlockingQueue<>();
    FakeRoutes firstPending =
        answering(
            id -> {
              if (id.equals("th_0")) {
                untilCompleted(underWay);
              }
            });
    Stream<String> endless = IntStream.iterate(0, i -> i + 1).mapToObj(i -> "th_" + i);
    DeletionSweep sweep = over(firstPending).journal(journal()).start(endless);
    CompletableFuture<Void> first = underWay.take();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(sweep::close);

    assertThat(closed).isNotDone();
    first.complete(null);
    closed.join();

    DeletionReport report = sweep.report().getNow(null);
    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(lines()).hasSize(1 + (int) report.deleted());
  }

  @Test
  void closeDoesNotThrowWhatTheSweepThrew() {
    DeletionSweep sweep =
        over(routes)
            .start(
                Stream.of(1)
                    .map(
                        i -> {
                          throw new IllegalStateException("no more");
                        }));

    assertThatThrownBy(() -> sweep.report().join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("no more");
    sweep.close();
  }

  @Test
  void endWhenTheThreadIsInterrupted() {
    for (Path path : Arrays.asList(null, journal())) {
      CountDownLatch three = new CountDownLatch(3);
      FakeRoutes deleting = answering(id -> three.countDown());
      Deletions deletions = over(deleting);
      if (path != null) {
        deletions.journal(path);
      }

      DeletionReport report =
          deletions.run(
              things(10)
                  .peek(
                      id -> {
                        if (id.equals("th_3")) {
                          await(three);
                          Thread.currentThread().interrupt();
                        }
                      }));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
      assertThat(report.deleted()).isEqualTo(3);
      assertThat(deleting.asked()).containsExactly("th_0", "th_1", "th_2");
    }
    assertThat(lines()).hasSize(4);
  }

  @Test
  void endWhenTheThreadIsInterruptedBeforeTheyBegin() {
    Thread.currentThread().interrupt();

    DeletionReport report = over(routes).journal(journal()).run(things(10));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(routes.asked()).isEmpty();
  }

  @Test
  void endWhenTheSourceIsInterrupted() {
    CountDownLatch three = new CountDownLatch(3);
    DeletionReport report =
        over(answering(id -> three.countDown()))
            .run(
                things(10)
                    .peek(
                        id -> {
                          if (id.equals("th_3")) {
                            await(three);
                            Thread.currentThread().interrupt();
                            throw new IllegalStateException("The call was interrupted.");
                          }
                        }));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.ending()).isEqualTo(DeletionEnding.STOPPED);
    assertThat(report.deleted()).isEqualTo(3);
  }

  @Test
  void throwWhatTheSourceThrowsAfterTheJournalIsWritten() {
    RuntimeException outage = new IllegalStateException("outage");

    assertThatThrownBy(
            () ->
                over(routes)
                    .journal(journal())
                    .run(
                        things(10)
                            .peek(
                                id -> {
                                  if (id.equals("th_3")) {
                                    throw outage;
                                  }
                                })))
        .isSameAs(outage);
    assertThat(lines()).hasSize(4);
  }

  @Test
  void refuseNull() {
    assertThatThrownBy(() -> over(routes).run(Arrays.asList("th_1", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The source gave null instead of an ID.");
  }

  @Test
  void throwWhatTheListenerThrows() {
    RuntimeException broken = new IllegalStateException("broken");

    assertThatThrownBy(
            () ->
                over(routes)
                    .onProgress(
                        progress -> {
                          throw broken;
                        })
                    .run(Stream.generate(() -> "th_1")))
        .isSameAs(broken);
  }

  @Test
  void throwErrorsOfTheListener() {
    Error broken = new AssertionError("broken");

    assertThatThrownBy(
            () ->
                over(routes)
                    .onProgress(
                        progress -> {
                          throw broken;
                        })
                    .run(things(1)))
        .isSameAs(broken);
  }

  @Test
  void nameTheJournalThatCannotBeUsed() {
    Path path = folder.resolve("missing").resolve("sweep.journal");

    assertThatThrownBy(() -> over(routes).journal(path).run(things(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("The journal " + path + " cannot be used: ")
        .hasMessageEndingWith(
            ". What was deleted and is not in it will be asked for again and found gone.");
    assertThat(routes.asked()).isEmpty();
  }

  @Test
  void refuseAJournalThatIsInUse() throws InterruptedException {
    BlockingQueue<CompletableFuture<Void>> underWay = new LinkedBlockingQueue<>();
    DeletionSweep first =
        over(answering(id -> untilCompleted(underWay))).journal(journal()).start(things(1));
    CompletableFuture<Void> answer = underWay.take();

    assertThatThrownBy(() -> over(routes).journal(journal()).run(things(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The journal "
                + journal()
                + " is in use by another sweep: wait until that has ended, or name another file.");
    answer.complete(null);
    assertThat(first.report().join().deleted()).isEqualTo(1);
  }

  @Test
  void takeNoMoreOfAStreamThanTheyDealWith() {
    AtomicInteger taken = new AtomicInteger();
    Stream<String> ids =
        Stream.of("a", "b")
            .flatMap(
                group ->
                    IntStream.iterate(0, i -> i + 1)
                        .peek(i -> taken.incrementAndGet())
                        .mapToObj(i -> "th_" + group + i));
    FakeRoutes refusing =
        answering(
            id -> {
              if (id.equals("th_a9")) {
                FakeRoutes.fail(401);
              }
            });

    DeletionReport report = over(refusing).run(ids);

    assertThat(report.deleted()).isEqualTo(9);
    // One may wait already, and another be held by the thread that takes them.
    assertThat(taken).hasValueBetween(10, 12);
  }

  @Test
  void takeParallelStreamsOneByOne() {
    assertThat(over(routes).run(things(1000).parallel()).deleted()).isEqualTo(1000);
    assertThat(routes.asked()).isEqualTo(things(1000).toList());
  }

  @Test
  void readAheadAsManyIdsAsMayBeUnderWay() {
    // Two are under way, two wait, and one is held by the thread that takes them.
    assertThat(readUntilRefused(deletions -> deletions.concurrency(2), 5)).isEqualTo(5);
  }

  @Test
  void readNothingAheadOfAPace() {
    assertThat(readUntilRefused(deletions -> deletions.concurrency(2).pace(() -> {}), 3))
        .isEqualTo(3);
  }

  /** How many IDs are read if the key is refused when a number of them has been. */
  private int readUntilRefused(UnaryOperator<Deletions> settings, int number) {
    CountDownLatch read = new CountDownLatch(number);
    FakeRoutes refusing =
        answering(
            id -> {
              await(read);
              FakeRoutes.fail(401);
            });
    Iterator<String> ids = things(10).peek(id -> read.countDown()).iterator();

    settings.apply(over(refusing)).run(ids);

    return Integer.parseInt(ids.next().substring("th_".length()));
  }

  @Test
  void checkTheirSettings() {
    Deletions deletions = over(routes);

    assertThatThrownBy(() -> deletions.concurrency(0))
        .hasMessage("The concurrency is 0: give from 1 to 1000.");
    assertThatThrownBy(() -> deletions.concurrency(1001))
        .hasMessage("The concurrency is 1001: give from 1 to 1000.");
    assertThatThrownBy(() -> deletions.maxFailuresInARow(0))
        .hasMessage("maxFailuresInARow is 0: give 1 to stop at the first failure, or more.");
    assertThat(deletions.concurrency(1000).maxFailuresInARow(1).run(things(1)).deleted())
        .isEqualTo(1);
  }
}
