package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.CapturedLog;
import io.github.extendclient.testsupport.ServerTest;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.testsupport.ThingsApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Thousands of calls in all forms, with random faults, cancellations, interrupts and callbacks, and
 * one of two clients that is closed in the middle.
 */
@Timeout(120)
class StressTest extends ServerTest {
  private static final int CALLS = Integer.getInteger("extend.stress.calls", 10_000);
  private static final long SEED = Long.getLong("extend.stress.seed", 16);
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Map<String, AtomicInteger> creates = new ConcurrentHashMap<>();
  private final ConnectionPool pool = new ConnectionPool(32, 5, TimeUnit.MINUTES);

  private void faults() {
    Random random = new Random(SEED);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public synchronized MockResponse dispatch(RecordedRequest request) {
            int fault = random.nextInt(100);
            if (request.getMethod().equals("POST")) {
              String name = request.getBody().utf8();
              if (fault >= 4) {
                // Any other response is a refusal, after which it may be sent again.
                creates.computeIfAbsent(name, unknown -> new AtomicInteger()).incrementAndGet();
              }
            }
            if (fault < 4) {
              return error(429, "", "Retry-After: 0");
            } else if (fault < 8) {
              return TestClient.status(503);
            } else if (fault < 10) {
              return TestClient.ok()
                  .newBuilder()
                  .onResponseStart(new SocketEffect.CloseSocket())
                  .build();
            } else if (fault < 12) {
              return TestClient.ok()
                  .newBuilder()
                  .onResponseEnd(new SocketEffect.CloseSocket())
                  .build();
            } else if (fault < 14) {
              return TestClient.ok().newBuilder().headersDelay(50, TimeUnit.MILLISECONDS).build();
            }
            return TestClient.ok();
          }
        });
  }

  @Test
  void everyCallEndsAndNoCreateIsDoubled() throws Exception {
    faults();
    prepare(client);
    TestClient closed = prepare(TestClient.to(server));
    ThingsApi things = client.things();
    ThingsApi thingsOfClosed = closed.things();
    Random random = new Random(SEED);
    ExecutorService callers = Executors.newFixedThreadPool(16);
    List<CompletableFuture<?>> ends = new ArrayList<>();
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    CapturedLog log = new CapturedLog("io.github.extendclient", Level.OFF);
    try {
      for (int i = 0; i < CALLS; i++) {
        if (i == CALLS / 2) {
          closed.close();
        }
        ThingsApi api = i % 10 == 9 ? thingsOfClosed : things;
        ends.add(start(api, i, random.nextInt(6), random.nextInt(10), callers));
      }
      for (CompletableFuture<?> end : ends) {
        end.handle((value, thrown) -> 0).get(DEADLINE.toSeconds() + 10, TimeUnit.SECONDS);
      }
    } finally {
      callers.shutdownNow();
      Thread.setDefaultUncaughtExceptionHandler(handler);
      log.close();
    }

    assertThat(creates.values()).allMatch(times -> times.get() == 1, "seed " + SEED);
    assertThat(eventually(() -> pool.connectionCount() == pool.idleConnectionCount())).isTrue();
    client.close();
    assertThat(eventually(() -> workers() == 0)).isTrue();
  }

  private TestClient prepare(TestClient one) {
    return one.on(SystemTimeline.INSTANCE)
        .deadline(DEADLINE)
        .httpClient(new OkHttpClient.Builder().connectionPool(pool).build());
  }

  private static CompletableFuture<?> start(
      ThingsApi things, int number, int form, int mischief, ExecutorService callers) {
    Thing body = new Thing("n" + number, number);
    CompletableFuture<?> end;
    switch (form) {
      case 0 -> end = things.getAsync("th_" + number);
      case 1 -> end = things.createAsync(body);
      case 2 -> end = enqueued(things.createCall(body), mischief);
      case 3 -> end = CompletableFuture.supplyAsync(() -> things.create(body), callers);
      case 4 -> end = interrupted(() -> things.create(body), mischief, callers);
      default -> end = CompletableFuture.supplyAsync(() -> things.get("th_1"), callers);
    }
    if (mischief == 0) {
      end.cancel(true);
    } else if (mischief == 1) {
      return end.thenApply(
          value -> {
            throw new AssertionError("a continuation fails");
          });
    }
    return end;
  }

  private static CompletableFuture<Object> interrupted(
      Runnable call, int mischief, ExecutorService callers) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    callers.execute(
        () -> {
          try {
            if (mischief < 5) {
              Thread.currentThread().interrupt();
            }
            call.run();
          } catch (RuntimeException expected) {
            // Its outcome is counted at the server.
          } finally {
            Thread.interrupted();
            end.complete("ended");
          }
        });
    return end;
  }

  private static CompletableFuture<Object> enqueued(Call<Thing> call, int mischief) {
    CompletableFuture<Object> end = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<Thing> ended, Response<Thing> response) {
            finish();
          }

          @Override
          public void onFailure(Call<Thing> ended, Throwable failure) {
            finish();
          }

          private void finish() {
            end.complete("ended");
            if (mischief == 2) {
              throw new IllegalStateException("a callback fails");
            }
          }
        });
    if (mischief == 3) {
      call.cancel();
    }
    return end;
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("extend-client-\\d+"))
        .count();
  }
}
