package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.RateLimitException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.pace.RatePacer;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.pacing.Pacer;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.testsupport.CapturedLog;
import io.github.extendclient.testsupport.ManualTimeline;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are held back, as the server sees them. */
class PacingTest extends MockServerFixture {
  private final List<Long> arrivals = new CopyOnWriteArrayList<>();
  private volatile MockResponse next = TestClient.ok();

  @BeforeEach
  void noteArrivals() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            arrivals.add(client.timeline().nanoTime());
            MockResponse response = next;
            next = TestClient.ok();
            return response;
          }
        });
    client.pacer(
        new RatePacer(
            Map.of(RateLimitCategory.GET, 10.0, RateLimitCategory.RUN, 1.0), client.timeline()));
  }

  private double secondsBetween(int one, int other) {
    return (arrivals.get(other) - arrivals.get(one)) / 1e9;
  }

  @Test
  void noSecondHasMoreRequestsThanTheLimit() {
    for (int i = 0; i < 40; i++) {
      client.things().get("th_1");
    }

    assertThat(arrivals).hasSize(40);
    for (int i = 0; i + 10 < 40; i++) {
      assertThat(secondsBetween(i, i + 10)).isGreaterThanOrEqualTo(0.999_999);
    }
    assertThat(secondsBetween(0, 39)).isBetween(3.899, 3.901);
  }

  @Test
  void asynchronousCallsWaitTheirTurnsToo() {
    for (int i = 0; i < 5; i++) {
      client.things().getAsync("th_1").join();
    }

    assertThat(secondsBetween(0, 4)).isBetween(0.399, 0.401);
  }

  @Test
  void everyAttemptTakesATurn() {
    next = TestClient.status(503);

    client.things().get("th_1");
    client.things().get("th_1");

    assertThat(secondsBetween(1, 2)).isBetween(0.099, 0.101);
  }

  @Test
  void aRefusalDelaysAllCallsOfTheCategory() {
    next = error(429, "", "Retry-After: 20");
    client.retries(1, false);
    catchThrowable(() -> client.things().get("th_1"));

    client.things().get("th_2");
    client.things().get("th_3");

    assertThat(secondsBetween(0, 1)).isGreaterThanOrEqualTo(20);
    assertThat(secondsBetween(1, 2)).isBetween(0.15, 0.21);
  }

  @Test
  void aRetryAfterBeyondTheMaximumLowersTheRate() {
    client.deadline(Duration.ofSeconds(10));
    try (CapturedLog log = new CapturedLog("io.github.extendclient.pacing", Level.WARNING)) {
      next = error(429, "", "Retry-After: 1795823000");
      assertThatThrownBy(() -> client.things().get("th_1")).isInstanceOf(RateLimitException.class);

      assertThat(client.things().get("th_1").name()).isEqualTo("a");

      assertThat(log.lines())
          .containsExactly(
              "WARNING The server asks GET requests to wait 1795823000 s, more than maxRetryAfter (300 s):"
                  + " they only slow down.");
    }
  }

  @Test
  void aRefusalDelaysNoOtherCategory() {
    next = error(429, "", "Retry-After: 20");
    client.retries(1, false);
    catchThrowable(() -> client.things().get("th_1"));

    client.things().create(new Thing("a", 1));

    assertThat(secondsBetween(0, 1)).isZero();
  }

  @Test
  void aTurnThatComesTooLateFailsAtOnceAndIsGivenBack() {
    client.deadline(Duration.ofSeconds(3)).retries(1, false);
    next = error(429, "", "Retry-After: 5");
    catchThrowable(() -> client.things().create(new Thing("a", 1)));

    assertThatThrownBy(() -> client.things().create(new Thing("b", 1)))
        .isInstanceOfSatisfying(
            DeadlineException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse())
        .hasMessageMatching(
            "POST /things was not sent: its turn under the rate limit of RUN requests comes in"
                + " 6\\.\\d+ s, and 3 s are left of 3 s \\(0 attempts in 0 ms\\)\\. Give it more"
                + " time with deadline\\(\\.\\.\\.\\), or make fewer calls at a time\\.");
    assertThatThrownBy(client.things().createAsync(new Thing("b", 1))::join)
        .hasCauseInstanceOf(DeadlineException.class);

    assertThat(arrivals).hasSize(1);
    client.timeline().advance(Duration.ofSeconds(7));
    client.things().create(new Thing("c", 1));
    assertThat(client.timeline().waits()).isEmpty();
  }

  @Test
  void aBadIdTakesNoTurn() {
    catchThrowable(() -> client.things().get(".."));
    client.things().get("th_1");

    assertThat(client.timeline().waits()).isEmpty();
  }

  @Test
  void cancellingACallThatWaitsForItsTurnGivesTheTurnBack() {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger givenUp = new AtomicInteger();
    client.on(SystemTimeline.INSTANCE);
    client.pacer(
        category ->
            new Pacer.Turn() {
              @Override
              public Duration remaining() {
                taken.incrementAndGet();
                return Duration.ofSeconds(60);
              }

              @Override
              public void cancel() {
                givenUp.incrementAndGet();
              }
            });
    CompletableFuture<Thing> future = client.things().getAsync("th_1");
    assertThat(eventually(() -> taken.get() == 1)).isTrue();

    future.cancel(true);

    assertThat(eventually(() -> givenUp.get() == 1)).isTrue();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void interruptingEndsTheWaitForATurn() {
    client.things().get("th_1");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.things().get("th_1"))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(arrivals).hasSize(1);
  }

  @Test
  void aCallWhosePacerThrowsIsNotSentUnpaced() {
    client.pacer(category -> PacingTest.<RuntimeException, Pacer.Turn>raise());

    assertThatThrownBy(() -> client.things().create(new Thing("a", 1)))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse())
        .hasMessage(
            "POST /things was not sent: its pacer failed: TimeoutException: Redis is down"
                + " (0 attempts in 0 ms). Check what was given to pacer(...).")
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(arrivals).isEmpty();
  }

  @Test
  void aFutureWhosePacerThrowsAtTheSecondAttemptEndsWithThatCause() {
    AtomicInteger asked = new AtomicInteger();
    client.pacer(
        category ->
            asked.incrementAndGet() == 2
                ? PacingTest.<RuntimeException, Pacer.Turn>raise()
                : () -> Duration.ZERO);
    next = TestClient.status(503);

    assertThatThrownBy(client.things().getAsync("th_1")::join)
        .hasCauseInstanceOf(TransportException.class)
        .hasRootCauseInstanceOf(TimeoutException.class);
    assertThat(arrivals).hasSize(1);
  }

  @Test
  void aTurnThatThrowsIsGivenBack() {
    AtomicInteger givenUp = new AtomicInteger();
    client.pacer(
        category ->
            new Pacer.Turn() {
              @Override
              public Duration remaining() {
                return PacingTest.<RuntimeException, Duration>raise();
              }

              @Override
              public void cancel() {
                givenUp.incrementAndGet();
              }
            });

    catchThrowable(() -> client.things().get("th_1"));
    catchThrowable(client.things().getAsync("th_1")::join);

    assertThat(givenUp).hasValue(2);
    assertThat(arrivals).isEmpty();
  }

  @Test
  void aTurnIsGivenBackIfNoThreadTakesTheCall() {
    AtomicInteger givenUp = new AtomicInteger();
    client
        .pacer(
            category ->
                new Pacer.Turn() {
                  @Override
                  public Duration remaining() {
                    return Duration.ZERO;
                  }

                  @Override
                  public void cancel() {
                    givenUp.incrementAndGet();
                  }
                })
        .executor(
            task -> {
              throw new RejectedExecutionException("The queue is full.");
            });

    assertThatThrownBy(client.things().getAsync("th_1")::join)
        .hasCauseInstanceOf(TransportException.class);
    assertThat(givenUp).hasValue(1);
    assertThat(arrivals).isEmpty();
  }

  /** Throws a checked exception undeclared, as Kotlin and Scala do. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable, T> T raise() throws E {
    throw (E) new TimeoutException("Redis is down");
  }

  @Test
  void aPacerThatThrowsForARefusalDelaysNoCall() {
    client.pacer(
        new Pacer() {
          @Override
          public Turn reserve(RateLimitCategory category) {
            return () -> Duration.ZERO;
          }

          @Override
          public void throttled(RateLimitCategory category, @Nullable Duration retryAfter) {
            throw new IllegalStateException("Redis is down");
          }
        });
    next = TestClient.status(429);

    try (CapturedLog log = new CapturedLog("io.github.extendclient.pacing", Level.WARNING)) {
      client.things().get("th_1");

      assertThat(log.lines()).containsExactly("WARNING The pacer failed; the call goes on.");
    }
    assertThat(arrivals).hasSize(2);
  }

  @Test
  void aPacerIsToldOfRefusals() {
    List<String> heard = new CopyOnWriteArrayList<>();
    client.pacer(
        new Pacer() {
          @Override
          public Turn reserve(RateLimitCategory category) {
            heard.add("next " + category);
            return () -> Duration.ofSeconds(-1);
          }

          @Override
          public void throttled(RateLimitCategory category, @Nullable Duration retryAfter) {
            heard.add("throttled " + category + " " + retryAfter);
          }
        });
    next = error(429, "", "Retry-After: 2");

    client.things().create(new Thing("a", 1));

    assertThat(heard).containsExactly("next RUN", "throttled RUN PT2S", "next RUN");
  }

  @Test
  void callsThatWaitForTheirTurnsHoldNoThread() {
    ManualTimeline manual = new ManualTimeline();
    client.on(manual).pacer(new RatePacer(Map.of(RateLimitCategory.GET, 10.0), manual));
    List<CompletableFuture<Thing>> calls = new ArrayList<>();

    for (int i = 0; i < 200; i++) {
      calls.add(client.things().getAsync("th_" + i));
    }

    calls.get(0).join();
    assertThat(arrivals).hasSize(1);
    assertThat(eventually(() -> manual.tasks() == 199)).isTrue();
    manual.advanceTo(Duration.ofMillis(1_001));
    CompletableFuture.allOf(calls.subList(0, 11).toArray(CompletableFuture[]::new)).join();
    assertThat(arrivals).hasSize(11);
    manual.advanceTo(Duration.ofSeconds(20));
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
    assertThat(arrivals).hasSize(200);
  }
}
