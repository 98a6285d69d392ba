package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.pacing.Pacer;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.testsupport.CapturedLog;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.ThingsApi;
import io.github.extendclient.testsupport.ThrownKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of calls in all forms, with random faults, cancellations, interrupts, short deadlines,
 * code of the user that throws, and one of two clients that is closed in the middle.
 */
@Timeout(120)
class StressTest extends MockServerFixture {
  private static final int CALLS = Integer.getInteger("extend.stress.calls", 10_000);
  private static final long SEED = Long.getLong("extend.stress.seed", 16);
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Duration SHORT_DEADLINE = Duration.ofMillis(40);

  /** A loaded machine runs a thread late; a call that misses its deadline is later than that. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final RandomFaults faults = new RandomFaults(SEED);
  private final RandomCalls calls = new RandomCalls(SEED);
  private final AtomicInteger turnsInUse = new AtomicInteger();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicInteger keyFailures = new AtomicInteger();
  private final ConnectionPool pool = new ConnectionPool(32, 5, TimeUnit.MINUTES);
  private final Thread.UncaughtExceptionHandler handler =
      Thread.getDefaultUncaughtExceptionHandler();
  private final CapturedLog log = new CapturedLog("io.github.extendclient", Level.OFF);

  @BeforeEach
  void ignoreWhatIsThrownOnPurpose() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    server.setDispatcher(faults);
  }

  @AfterEach
  void restore() {
    calls.close();
    log.close();
    Thread.setDefaultUncaughtExceptionHandler(handler);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "H2_PRIOR_KNOWLEDGE"})
  void everyCallEndsAndNoCreateIsDoubled(Protocol version) throws Exception {
    server.setProtocols(List.of(version));
    prepare(client, version);
    TestClient closed = prepare(TestClient.to(server), version);
    ThingsApi things = client.things();
    ThingsApi thingsWithin = client.thingsWithin(SHORT_DEADLINE);
    ThingsApi thingsOfClosed = closed.things();
    List<CompletableFuture<?>> ends = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      if (i == CALLS / 2) {
        closed.close();
      }
      switch (i % 10) {
        case 8 -> ends.add(calls.start(thingsWithin, SHORT_DEADLINE, i));
        case 9 -> ends.add(calls.start(thingsOfClosed, DEADLINE, i));
        default -> ends.add(calls.start(things, DEADLINE, i));
      }
    }
    for (CompletableFuture<?> end : ends) {
      end.get(DEADLINE.plus(SLACK).toSeconds(), TimeUnit.SECONDS);
    }

    assertThat(calls.latest()).as("seed %d", SEED).isLessThan(SLACK);
    assertThat(faults.creates().values()).allMatch(times -> times.get() == 1, "seed " + SEED);
    assertThat(eventually(() -> pool.connectionCount() == pool.idleConnectionCount())).isTrue();
    // Each turn was given back, or used by an attempt, which the listener was told of, or lost with
    // the key.
    assertThat(eventually(() -> turnsInUse.get() == attempts.get() + keyFailures.get()))
        .as(
            "%d turns, %d attempts, %d keys, seed %d",
            turnsInUse.get(), attempts.get(), keyFailures.get(), SEED)
        .isTrue();
    client.close();
    assertThat(eventually(() -> workers() == 0)).isTrue();
  }

  private TestClient prepare(TestClient one, Protocol version) {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .protocols(List.of(version))
            .connectionPool(pool)
            .addInterceptor(this::sometimesFail)
            .build();
    return one.on(SystemTimeline.INSTANCE)
        .deadline(DEADLINE)
        .httpClient(http)
        .pacer(this::turn)
        .key(this::key)
        .listener(
            event -> {
              if (attempts.incrementAndGet() % 50 == 0) {
                throw new IllegalStateException("a listener fails");
              }
            });
  }

  /** Fails after the turn was taken, and before there is an attempt. */
  private String key() {
    if (keys.incrementAndGet() % 70 == 0) {
      keyFailures.incrementAndGet();
      return ThrownKind.values()[keyFailures.get() % ThrownKind.values().length].raise();
    }
    return TestClient.KEY;
  }

  private Response sometimesFail(Interceptor.Chain chain) throws IOException {
    if (requests.incrementAndGet() % 100 == 0) {
      throw new IllegalStateException("an interceptor fails");
    }
    return chain.proceed(chain.request());
  }

  private Pacer.Turn turn(RateLimitCategory category) {
    turnsInUse.incrementAndGet();
    return new Pacer.Turn() {
      @Override
      public Duration remaining() {
        return Duration.ZERO;
      }

      @Override
      public void cancel() {
        turnsInUse.decrementAndGet();
      }
    };
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("extend-client-\\d+"))
        .count();
  }
}
