package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.error.ClientClosedException;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing a client ends the calls that wait, and leaves those that are under way. */
@Timeout(60)
class ClosingTest extends MockServerFixture {
  private static final Thing BODY = new Thing("a", 1);

  private final CountDownLatch arrived = new CountDownLatch(1);

  @BeforeEach
  void useRealTime() {
    client.on(SystemTimeline.INSTANCE);
  }

  @Test
  void closingEndsWhatWaitsForItsNextAttempt() {
    enqueue(error(503, "{\"retryable\":true}", "Retry-After: 60"), TestClient.ok());
    CompletableFuture<Thing> waiting = client.things().createAsync(BODY);
    assertThat(eventually(() -> client.events().size() == 1)).isTrue();

    client.close();

    assertThatThrownBy(waiting::join)
        .cause()
        .isInstanceOfSatisfying(
            ClientClosedException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse())
        .hasMessageMatching(
            "POST /things was not sent again: the client is closed \\(1 attempt in .*\\)\\. Close the"
                + " client after its last call\\.");
  }

  @Test
  void closingEndsABlockingCallThatWaits() throws InterruptedException {
    enqueue(error(429, "", "Retry-After: 60"));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller = new Thread(() -> thrown.set(catchThrowable(() -> client.things().get("th_1"))));
    caller.start();
    assertThat(eventually(() -> caller.getState() == Thread.State.TIMED_WAITING)).isTrue();
    assertThat(eventually(() -> client.events().size() == 1)).isTrue();

    client.close();
    caller.join();

    assertThat(thrown.get()).isInstanceOf(ClientClosedException.class);
  }

  @Test
  void closingLeavesARequestThatIsUnderWay() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            arrived.countDown();
            release.await();
            return TestClient.ok();
          }
        });
    client.maxConcurrentRequests(1);
    CompletableFuture<Thing> underWay = client.things().createAsync(BODY);
    CompletableFuture<Thing> queued = client.things().createAsync(BODY);
    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

    client.close();

    assertThatThrownBy(queued::join).hasCauseInstanceOf(ClientClosedException.class);
    release.countDown();
    assertThat(underWay.join().name()).isEqualTo("a");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }
}
