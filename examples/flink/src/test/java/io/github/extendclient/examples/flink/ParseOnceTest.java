package io.github.extendclient.examples.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.testing.Fault;
import io.github.extendclient.testing.Stage;
import io.github.extendclient.v20260209.model.ParseRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParseOnceTest {
  private static final String CREATE = "POST /parse_runs";
  private static final Duration GRACE_PERIOD = Duration.ofSeconds(2);

  private final ExtendServer server =
      ExtendServer.builder().visibilityDelay(Duration.ofMillis(300)).start();
  private final ExtendClient extend =
      ExtendClient.builder().baseUrl(server.url().toString()).apiKey(server.apiKey()).build();

  @AfterEach
  void close() {
    extend.close();
    server.close();
  }

  private static byte[] content(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFirstAttemptSearchesNoList() {
    ParseOnce step = ParseOnce.first(extend, "june", GRACE_PERIOD);

    step.parse("a.txt", content("Total: 1")).join();

    assertThat(server.count("GET /parse_runs")).isZero();
    assertThat(server.acceptedCount(CREATE)).isEqualTo(1);
  }

  @Test
  void aRepeatedAttemptTakesOverTheRunOfTheFirst() {
    ParseRun first =
        ParseOnce.first(extend, "june", GRACE_PERIOD).parse("a.txt", content("Total: 1")).join();

    ParseRun second =
        ParseOnce.repeated(extend, "june", GRACE_PERIOD).parse("a.txt", content("Total: 1")).join();

    assertThat(second.getId()).isEqualTo(first.getId());
    assertThat(server.acceptedCount(CREATE)).isEqualTo(1);
  }

  @Test
  void aRepeatedAttemptParsesWhatTheFirstDidNot() {
    ParseOnce step = ParseOnce.repeated(extend, "june", Duration.ofMillis(100));

    step.parse("a.txt", content("Total: 1")).join();

    assertThat(server.acceptedCount(CREATE)).isEqualTo(1);
  }

  @Test
  void anotherBatchHasRunsOfItsOwn() {
    ParseOnce.first(extend, "june", GRACE_PERIOD).parse("a.txt", content("Total: 1")).join();

    ParseOnce.repeated(extend, "july", Duration.ofMillis(100))
        .parse("a.txt", content("Total: 1"))
        .join();

    assertThat(server.acceptedCount(CREATE)).isEqualTo(2);
  }

  @Test
  void aCreateWhoseResponseIsLostIsLookedFor() {
    server.faults().next(CREATE, Fault.dropAt(Stage.RESPONSE_START));
    ParseOnce step = ParseOnce.first(extend, "june", GRACE_PERIOD);

    step.parse("a.txt", content("Total: 1")).join();

    assertThat(server.acceptedCount(CREATE)).isEqualTo(1);
  }
}
