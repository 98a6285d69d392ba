package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.error.ClientClosedException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.error.RateLimitException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** The future form and the {@code Call} form. */
class AsyncTest extends MockServerFixture {
  @Test
  void theFutureFormRetriesLikeTheBlockingOne() {
    enqueue(TestClient.status(503), TestClient.status(503), TestClient.ok());

    assertThat(client.things().getAsync("th_1").join().name()).isEqualTo("a");

    assertThat(server.getRequestCount()).isEqualTo(3);
    assertThat(client.timeline().waits()).hasSize(2);
  }

  @Test
  void theFutureFormDoesNotRetryACreateThatLostItsResponse() {
    enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build(),
        TestClient.ok());

    CompletableFuture<Thing> future = client.things().createAsync(new Thing("a", 1));

    assertThatThrownBy(future::join)
        .cause()
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isTrue());
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void theFutureFormFailsWithOurExceptions() {
    enqueue(TestClient.status(404));

    assertThatThrownBy(client.things().getAsync("th_1")::join)
        .hasCauseInstanceOf(NotFoundException.class);
  }

  @Test
  void theCallFormRetriesAndGivesTheLastResponseAsItIs() throws IOException {
    enqueue(
        TestClient.status(503),
        TestClient.status(503),
        error(503, "{\"message\":\"Down.\"}", "X-Own: 1"));

    Response<Thing> response = client.things().getCall("th_1").execute();

    assertThat(response.code()).isEqualTo(503);
    assertThat(response.headers().get("X-Own")).isEqualTo("1");
    assertThat(response.errorBody().string()).isEqualTo("{\"message\":\"Down.\"}");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void theCallFormThrowsOurExceptionWhenThereIsNoResponse() {
    enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertThatThrownBy(client.things().createCall(new Thing("a", 1))::execute)
        .isInstanceOf(TransportException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void theCallFormCanBeEnqueuedAndCloned() {
    enqueue(TestClient.status(503), TestClient.ok(), TestClient.ok());
    Call<Thing> call = client.things().getCall("th_1");

    assertThat(enqueued(call).join().body().name()).isEqualTo("a");
    assertThat(enqueued(call.clone()).join().body().name()).isEqualTo("a");

    assertThat(server.getRequestCount()).isEqualTo(3);
    assertThatThrownBy(call::execute)
        .hasMessage("This call was already executed: make a clone() of it.");
  }

  @Test
  void aCallsOwnTimeoutLimitsAllItsAttempts() {
    client.on(SystemTimeline.INSTANCE);
    enqueue(error(429, "", "Retry-After: 10"), TestClient.ok());
    Call<Thing> call = client.things().getCall("th_1");
    call.timeout().timeout(5, TimeUnit.SECONDS);

    assertThat(enqueued(call).join().code()).isEqualTo(429);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void cancellingTheFutureEndsTheCallOnTheWire() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            arrived.countDown();
            return TestClient.ok().newBuilder().headersDelay(30, TimeUnit.SECONDS).build();
          }
        });
    CompletableFuture<Thing> future = client.things().getAsync("th_1");
    assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

    future.cancel(true);

    assertThat(eventually(() -> client.events().size() == 1)).isTrue();
    assertThat(client.events().get(0).failure()).isInstanceOf(IOException.class);
    assertThat(client.events().get(0).nextIn()).isNull();
  }

  @Test
  void cancellingACallThatWaitsEndsTheWait() {
    client.on(SystemTimeline.INSTANCE);
    enqueue(error(429, "", "Retry-After: 60"), TestClient.ok());
    Call<Thing> call = client.things().getCall("th_1");
    CompletableFuture<Response<Thing>> result = enqueued(call);
    assertThat(eventually(() -> client.events().size() == 1)).isTrue();

    call.cancel();

    assertThatThrownBy(result::join)
        .hasRootCauseInstanceOf(TransportException.class)
        .hasMessageContaining("GET /things/{id} was cancelled (1 attempt in ");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void cancellingFromAnotherThreadEndsABlockingWait() {
    client.on(SystemTimeline.INSTANCE);
    enqueue(error(429, "", "Retry-After: 60"), TestClient.ok());
    Call<Thing> call = client.things().getCall("th_1");
    Thread canceller =
        new Thread(
            () -> {
              eventually(() -> client.events().size() == 1);
              call.cancel();
            });
    canceller.start();

    assertThatThrownBy(call::execute).isInstanceOf(TransportException.class);
  }

  @Test
  void interruptingEndsTheWaitAndKeepsTheFlag() {
    client.on(SystemTimeline.INSTANCE);
    enqueue(error(429, "", "Retry-After: 60"), TestClient.ok());
    Thread caller = Thread.currentThread();
    new Thread(
            () -> {
              eventually(() -> client.events().size() == 1);
              caller.interrupt();
            })
        .start();

    assertThatThrownBy(() -> client.things().get("th_1"))
        .isInstanceOf(TransportException.class)
        .hasCauseInstanceOf(InterruptedException.class)
        .hasMessageMatching(
            "GET /things/\\{id} was interrupted while it waited 60\\.\\d+ s for its next attempt"
                + " \\(1 attempt in .*\\)\\.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aThreadThatIsInterruptedAlreadyDoesNotCall() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.things().create(new Thing("a", 1)))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveBeenAccepted()).isFalse())
        .hasMessage("POST /things was interrupted (0 attempts in 0 ms).");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void manyCallsRunAtOnce() {
    CountDownLatch together = new CountDownLatch(20);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            together.countDown();
            boolean all = together.await(20, TimeUnit.SECONDS);
            return all ? TestClient.ok() : TestClient.status(400);
          }
        });
    List<CompletableFuture<Thing>> futures = new ArrayList<>();

    for (int i = 0; i < 20; i++) {
      futures.add(client.things().getAsync("th_" + i));
    }

    assertThat(futures).allSatisfy(future -> assertThat(future.join().name()).isEqualTo("a"));
  }

  @Test
  void aWaitBeyondTheDeadlineFailsTheFuture() {
    client.on(SystemTimeline.INSTANCE).deadline(Duration.ofSeconds(5));
    enqueue(error(429, "", "Retry-After: 10"));

    assertThatThrownBy(client.things().getAsync("th_1")::join)
        .hasCauseInstanceOf(RateLimitException.class);
  }

  @Test
  void aClosedClientRefusesCalls() {
    client.things();
    client.close();

    assertThatThrownBy(() -> client.things().get("th_1"))
        .isInstanceOf(ClientClosedException.class)
        .hasMessage(
            "GET /things/{id} was not sent: the client is closed (0 attempts in 0 ms). Close the"
                + " client after its last call.");
    assertThatThrownBy(client.things().getAsync("th_1")::join)
        .hasCauseInstanceOf(ClientClosedException.class);
  }

  private static CompletableFuture<Response<Thing>> enqueued(Call<Thing> call) {
    CompletableFuture<Response<Thing>> result = new CompletableFuture<>();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<Thing> ended, Response<Thing> response) {
            result.complete(response);
          }

          @Override
          public void onFailure(Call<Thing> ended, Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    return result;
  }
}
