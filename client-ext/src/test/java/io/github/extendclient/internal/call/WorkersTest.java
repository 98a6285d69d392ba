package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.testsupport.ThingsApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which threads asynchronous calls run on, and how many there are. */
@Timeout(60)
class WorkersTest extends MockServerFixture {
  private static final Thing BODY = new Thing("a", 1);

  @BeforeEach
  void useRealTime() {
    client.on(SystemTimeline.INSTANCE);
  }

  @Test
  void continuationsThatWaitForFurtherCallsDoNotHoldUpEachOther() {
    client.maxConcurrentRequests(2);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return TestClient.ok();
          }
        });
    List<CompletableFuture<Thing>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(
          client
              .things()
              .createAsync(BODY)
              .thenApply(created -> client.things().getAsync("th_1").join()));
    }

    assertThat(all).allSatisfy(future -> assertThat(future.join().name()).isEqualTo("a"));
    assertThat(server.getRequestCount()).isEqualTo(40);
  }

  @Test
  void anExecutorThatRejectsFailsTheCall() {
    client.executor(
        task -> {
          throw new RejectedExecutionException("full");
        });

    CompletableFuture<Thing> end = client.things().createAsync(BODY);

    assertThatThrownBy(end::join)
        .cause()
        .isInstanceOfSatisfying(
            ExtendException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse())
        .hasMessageMatching(
            "POST /things was not sent: there is no thread for it: RejectedExecutionException: full"
                + " \\(0 attempts in \\d+ ms\\)\\. Give executor\\(\\.\\.\\.\\) threads that take"
                + " every task\\.");
  }

  /** A continuation blocks the only thread with a call that needs a thread. */
  @Test
  void aPoolThatIsTooSmallDelaysNoCallBeyondItsDeadline() throws Exception {
    enqueue(TestClient.ok());
    ExecutorService one = Executors.newSingleThreadExecutor();
    client.on(SystemTimeline.INSTANCE).executor(one);
    ThingsApi within = client.thingsWithin(Duration.ofMillis(200));

    CompletableFuture<Thing> second =
        client.things().getAsync("th_1").thenApply(thing -> within.getAsync("th_2").join());

    assertThatThrownBy(() -> second.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(DeadlineException.class);
    one.shutdown();
  }

  @Test
  void anExecutorThatDropsTasksLeavesNoCallOpenBeyondItsDeadline() {
    client.on(SystemTimeline.INSTANCE).executor(task -> {}).deadline(Duration.ofMillis(200));

    CompletableFuture<Thing> call = client.things().getAsync("th_1");

    assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(DeadlineException.class);
  }

  @Test
  void anExecutorThatBlocksDelaysNoDeadlineOfOtherClients() {
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicInteger tasks = new AtomicInteger();
    client
        .on(SystemTimeline.INSTANCE)
        .executor(
            task -> {
              if (tasks.incrementAndGet() == 1) {
                new Thread(task).start();
              } else {
                blocked.countDown();
                Uninterruptibles.awaitUninterruptibly(ended);
              }
            });
    // The timer starts the second attempt.
    enqueue(error(503, "", "Retry-After: 0"));
    CompletableFuture<Thing> waiting = client.things().getAsync("th_1");
    Uninterruptibles.awaitUninterruptibly(blocked);

    try (TestClient other = TestClient.to(server)) {
      other.on(SystemTimeline.INSTANCE).deadline(Duration.ofMillis(200));
      CompletableFuture<Thing> call = other.things().getAsync("th_1");

      assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(DeadlineException.class);
    } finally {
      ended.countDown();
    }
    assertThat(waiting.cancel(true)).isTrue();
  }

  @Test
  void callsRunOnTheExecutorOfTheUser() {
    enqueue(TestClient.ok());
    ExecutorService own = Executors.newCachedThreadPool(task -> new Thread(task, "own-thread"));
    client.executor(own);

    String thread =
        client.things().getAsync("th_1").thenApply(t -> Thread.currentThread().getName()).join();

    assertThat(thread).isIn("own-thread", Thread.currentThread().getName());
    own.shutdown();
  }

  @Test
  void noExecutorMakesContinuationsRunOnTheTimer() {
    client.executor(Runnable::run);
    enqueue(error(503, "", "Retry-After: 0"), TestClient.ok());

    // The second attempt begins on the timer, when its wait is over.
    boolean isTimer =
        client
            .things()
            .getAsync("th_1")
            .thenApply(thing -> SystemTimeline.isTimer(Thread.currentThread()))
            .join();

    assertThat(isTimer).isFalse();
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void anErrorAlsoGoesToTheHandlerOfTheThread() throws InterruptedException {
    BlockingQueue<Throwable> handled = new LinkedBlockingQueue<>();
    ExecutorService own =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setUncaughtExceptionHandler((at, thrown) -> handled.add(thrown));
              return thread;
            });
    NoSuchMethodError error = new NoSuchMethodError("thrown");
    client
        .executor(own)
        .key(
            () -> {
              throw error;
            });

    assertThatThrownBy(() -> client.things().getAsync("th_1").join()).hasCause(error);
    assertThat(handled.poll(10, TimeUnit.SECONDS)).isSameAs(error);
    own.shutdown();
  }

  @Test
  void noMoreThreadsThanRequestsUnderWay() {
    int limit = 20;
    // Those of tests before may be about to end.
    long before = workers();
    CountDownLatch full = new CountDownLatch(limit);
    CountDownLatch release = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            full.countDown();
            release.await();
            return TestClient.ok();
          }
        });
    client.maxConcurrentRequests(limit);
    List<CompletableFuture<Thing>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(client.things().getAsync("th_" + i));
    }
    assertThat(eventually(() -> full.getCount() == 0)).isTrue();

    // One more may look a name up for each.
    assertThat(workers()).isLessThanOrEqualTo(before + 2L * limit);
    assertThat(server.getRequestCount()).isEqualTo(limit);
    release.countDown();
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    assertThat(server.getRequestCount()).isEqualTo(1_000);
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("extend-client-\\d+"))
        .count();
  }
}
