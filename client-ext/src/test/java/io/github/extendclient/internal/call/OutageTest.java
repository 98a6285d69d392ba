package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is down for a thousand calls, and up again. */
class OutageTest extends MockServerFixture {
  private volatile MockResponse response = TestClient.status(503);

  @BeforeEach
  void respondAlike() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return response;
          }
        });
  }

  @Test
  void retriesAddLittleToTheLoad() {
    call(1_000);

    assertThat(server.getRequestCount()).isBetween(1_030, 1_050);
  }

  @Test
  void thereAreNoRetriesOnceTheBudgetIsSpent() {
    call(50);
    int before = server.getRequestCount();

    Throwable failure = catchThrowable(() -> client.things().get("th_1"));

    assertThat(server.getRequestCount() - before).isEqualTo(1);
    assertThat(failure)
        .hasMessageEndingWith(
            "It was not tried again, because too many calls of this client fail at present.");
  }

  @Test
  void aZeroRetryAfterDoesNotDoubleTheLoad() {
    response = error(503, "", "Retry-After: 0");

    call(1_000);

    assertThat(server.getRequestCount()).isLessThan(1_100);
  }

  @Test
  void successesFillTheBudgetAgain() {
    call(50);
    response = TestClient.ok();
    call(14);
    response = TestClient.status(503);
    int before = server.getRequestCount();

    call(1);

    assertThat(server.getRequestCount() - before).isEqualTo(2);
  }

  private void call(int times) {
    for (int i = 0; i < times; i++) {
      catchThrowable(() -> client.things().get("th_1"));
    }
  }
}
