package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testsupport.ServerTest;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many threads a client has. */
@Timeout(60)
class ThreadsTest extends ServerTest {
  private static final int REQUESTS = 16;

  @Test
  void aThousandCallsInFlightTakeOneThreadForEachRequestThatIsUnderWay() throws Exception {
    CountDownLatch arrived = new CountDownLatch(REQUESTS);
    CountDownLatch released = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            arrived.countDown();
            return released.await(30, TimeUnit.SECONDS) ? TestClient.ok() : TestClient.status(400);
          }
        });
    client.maxConcurrentRequests(REQUESTS);
    // Each request has a thread, and each name lookup; those of tests before may be about to end.
    long limit = workers() + 2L * REQUESTS;
    List<CompletableFuture<Thing>> calls = new ArrayList<>();

    for (int i = 0; i < 1_000; i++) {
      calls.add(client.things().getAsync("th_" + i));
    }
    assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
    long threads = workers();
    released.countDown();

    assertThat(threads).isLessThanOrEqualTo(limit);
    assertThat(calls).allSatisfy(call -> assertThat(call.join().name()).isEqualTo("a"));
    assertThat(workers()).isLessThanOrEqualTo(limit);
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("extend-client-\\d+"))
        .count();
  }
}
