package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.extendclient.Poller;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.PollingException;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.testsupport.CapturedLog;
import io.github.extendclient.testsupport.HastyTimeline;
import io.github.extendclient.testsupport.MockServerFixture;
import io.github.extendclient.testsupport.TestClient;
import io.github.extendclient.testsupport.Thing;
import io.github.extendclient.testsupport.ThrownKind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code of the user that reports an interrupt by an exception, on the thread of a blocking call. */
@Timeout(60)
class KeptInterruptTest extends MockServerFixture {
  @AfterEach
  void clearTheFlag() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "LISTENER",
        "PACER",
        "TURN",
        "KEY_SUPPLIER",
        "INTERCEPTOR",
        "NETWORK_INTERCEPTOR",
        "EVENT_LISTENER",
      })
  void theFlagOfTheThreadIsSetAgain(ThrowingPlace place) {
    enqueue(TestClient.ok());
    place.prepare(client.on(new HastyTimeline()), () -> ThrownKind.INTERRUPTED_EXCEPTION.raise());

    try (CapturedLog log = new CapturedLog("io.github.extendclient", Level.WARNING)) {
      Throwable thrown = catchThrowable(() -> client.things().get("th_1"));

      assertThat(thrown == null || thrown instanceof ExtendException).isTrue();
      assertThat(log.lines()).hasSize(place.goesOn ? 1 : 0);
    }

    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallOfAnInterruptedThreadSendsNothing(boolean isStream) {
    enqueue(TestClient.ok());
    client.things().get("th_1");
    Thread.currentThread().interrupt();

    Throwable thrown =
        catchThrowable(
            () -> {
              if (isStream) {
                InputStream content = new ByteArrayInputStream(new byte[1]);
                client.things().upload(Upload.of("a.pdf", content).toPart("file"), null);
              } else {
                client.things().create(new Thing("a", 1));
              }
            });

    assertThat(thrown)
        .hasMessage(
            "POST /"
                + (isStream ? "things/upload" : "things")
                + " was interrupted (0 attempts in 0 ms).");
    assertThat(((ExtendException) thrown).mayHaveBeenAccepted()).isFalse();
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theFlagIsSetAgainAfterAPoll() {
    Poller poller =
        Poller.builder().onProgress(progress -> ThrownKind.INTERRUPTED_EXCEPTION.raise()).build();

    assertThatThrownBy(() -> poller.poll("th_1", id -> "pending", state -> true))
        .isInstanceOf(PollingException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
