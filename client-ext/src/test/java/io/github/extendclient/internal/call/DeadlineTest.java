package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.DeadlineException;
import io.github.extendclient.error.TransportException;
import io.github.extendclient.internal.config.Timeouts;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** The server is slow in real time here; no test waits longer than its limit. */
class DeadlineTest extends MockServerFixture {
  private static final Duration SHORT = Duration.ofMillis(200);

  private static MockResponse slow() {
    return TestClient.ok().newBuilder().headersDelay(30, TimeUnit.SECONDS).build();
  }

  @Test
  void cutsAnAttemptThatTakesTooLong() {
    client.on(SystemTimeline.INSTANCE).deadline(SHORT);
    enqueue(slow(), slow());

    DeadlineException failure =
        catchThrowableOfType(DeadlineException.class, () -> client.things().get("th_1"));

    assertThat(failure.call().attempts()).isEqualTo(1);
    assertThat(failure.mayHaveBeenAccepted()).isFalse();
    assertThat(failure.getMessage())
        .matches(
            "GET /things/\\{id} did not end within its 200 ms \\(1 attempt in \\d+ ms\\)\\. Give it"
                + " more time with deadline\\(\\.\\.\\.\\)\\.");
  }

  @Test
  void tellsThatACutCreateMayHaveBeenAccepted() {
    client.on(SystemTimeline.INSTANCE).deadline(SHORT);
    enqueue(slow());

    DeadlineException failure =
        catchThrowableOfType(
            DeadlineException.class, () -> client.things().create(new Thing("a", 1)));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(failure)
        .hasMessageEndingWith(
            "It was not sent again, because it may have taken effect: look whether the result"
                + " exists before you send it again.");
  }

  @Test
  void cutsAnAsynchronousCall() {
    client.on(SystemTimeline.INSTANCE).deadline(SHORT);
    enqueue(slow());

    assertThatThrownBy(client.things().getAsync("th_1")::join)
        .hasCauseInstanceOf(DeadlineException.class);
  }

  @Test
  void aReadTimeoutIsRetriedForAReadOnly() {
    client.readTimeout(SHORT);
    enqueue(slow(), TestClient.ok(), slow(), TestClient.ok());

    assertThat(client.things().get("th_1").name()).isEqualTo("a");
    TransportException failure =
        catchThrowableOfType(
            TransportException.class, () -> client.things().create(new Thing("a", 1)));

    assertThat(failure.mayHaveBeenAccepted()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void anOperationThatHoldsTheConnectionHasALongerReadTimeout() {
    client.readTimeout(SHORT);
    enqueue(TestClient.ok().newBuilder().headersDelay(600, TimeUnit.MILLISECONDS).build());

    assertThat(client.things().make(new Thing("a", 1)).name()).isEqualTo("a");
  }

  @Test
  void aSurroundingDeadlineEndsTheCallsWithin() {
    client.on(SystemTimeline.INSTANCE);
    enqueue(slow());

    assertThatThrownBy(
            () ->
                Deadline.in(SystemTimeline.INSTANCE, SHORT)
                    .around(() -> client.things().get("th_1")))
        .isInstanceOf(DeadlineException.class);
  }

  @Test
  void theDefaultFitsWhatTheCallHasToDo() {
    Timeouts timeouts = new Timeouts(null, null, null, null, null);
    Duration fiveAndAHalf = Duration.ofSeconds(330);

    assertThat(timeouts.deadlineFor(null, 0)).isEqualTo(Duration.ofMinutes(2));
    assertThat(timeouts.deadlineFor(fiveAndAHalf, 0)).isEqualTo(Duration.ofMinutes(6));
    assertThat(timeouts.deadlineFor(null, 256L << 20)).isEqualTo(Duration.ofSeconds(120 + 1024));
    assertThat(timeouts.deadlineFor(null, -1)).isEqualTo(Duration.ofMinutes(62));
  }

  @Test
  void theDeadlineOfTheUserWins() {
    Timeouts timeouts = new Timeouts(null, null, null, null, SHORT);

    assertThat(timeouts.deadlineFor(Duration.ofSeconds(330), 1L << 30)).isEqualTo(SHORT);
  }
}
