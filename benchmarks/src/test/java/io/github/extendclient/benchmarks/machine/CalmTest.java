package io.github.extendclient.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalmTest {
  @TempDir private Path folder;
  private final AtomicInteger runs = new AtomicInteger();

  @BeforeEach
  void start() {
    ticks(0, 0);
  }

  @Test
  void aCalmMeasurementCounts() {
    Calm calm = new Calm(Duration.ofHours(1), new StolenTime(statistics()));

    assertThat(calm.measure(() -> run(97, 3))).isEqualTo(1);
    assertThat(calm.repeats()).isZero();
  }

  @Test
  void aDisturbedMeasurementIsRepeated() {
    Calm calm = new Calm(Duration.ofHours(1), new StolenTime(statistics()));

    assertThat(calm.measure(() -> runs.get() < 2 ? run(96, 4) : run(100, 0))).isEqualTo(3);
    assertThat(calm.repeats()).isEqualTo(2);
  }

  @Test
  void thereIsAnEndToRepeating() {
    Calm calm = new Calm(Duration.ZERO, new StolenTime(statistics()));

    assertThat(calm.measure(() -> run(50, 50))).isEqualTo(1);
    assertThat(calm.repeats()).isZero();
  }

  @Test
  void whereNoOneTellsNothingIsRepeated() {
    Calm calm = new Calm(Duration.ofHours(1), new StolenTime(folder.resolve("missing")));

    assertThat(calm.measure(() -> run(50, 50))).isEqualTo(1);
  }

  private int run(long used, long stolen) {
    int number = runs.incrementAndGet();
    ticks(number * used, number * stolen);
    return number;
  }

  private void ticks(long used, long stolen) {
    try {
      Files.writeString(
          statistics(), "cpu  " + used + " 0 0 123456 789 0 0 " + stolen + " 0 0\ncpu0 1 2 3\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path statistics() {
    return folder.resolve("stat");
  }
}
