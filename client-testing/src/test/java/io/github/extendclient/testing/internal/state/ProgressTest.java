package io.github.extendclient.testing.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private static final Instant START = Instant.EPOCH;
  private static final Instant END = START.plusSeconds(3);

  private final RunTimes times = new RunTimes(Duration.ofSeconds(1), Duration.ofSeconds(2));

  @Test
  void workIsDoneOnceAndOnlyAtTheEnd() {
    AtomicInteger count = new AtomicInteger();
    Progress<Integer> progress = new Progress<>(START, times, count::incrementAndGet);

    assertThat(progress.result(END.minusMillis(1))).isNull();
    assertThat(count).hasValue(0);
    assertThat(progress.result(END)).isEqualTo(1);
    assertThat(progress.result(END)).isEqualTo(1);
    assertThat(progress.status(END)).isEqualTo("PROCESSED");
    assertThat(progress.processingMillis()).isEqualTo(2000);
  }

  @Test
  void faultInTheWorkFailsTheRun() {
    Progress<Integer> progress =
        new Progress<>(
            START,
            times,
            () -> {
              throw new IllegalStateException("oops");
            });

    assertThat(progress.status(END)).isEqualTo("FAILED");
    assertThat(progress.failure(END))
        .hasMessage(
            "The embedded server failed because of a bug:"
                + " java.lang.IllegalStateException: oops");
  }
}
