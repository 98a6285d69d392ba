package io.github.extendclient.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StolenTimeTest {
  @TempDir private Path folder;

  @Test
  void isStolenTimeDividedByRequestedTime() throws IOException {
    ticks(0, 0);
    StolenTime stolen = new StolenTime(statistics());
    ticks(90, 10);

    assertThat(stolen.share()).isEqualTo(0.1);
  }

  @Test
  void aSecondIsCalmIfTheHostTookAtMostThreePercent() throws IOException {
    ticks(0, 0);
    StolenTime stolen = new StolenTime(statistics());

    ticks(97, 3);
    assertThat(stolen.wasCalm()).isTrue();
    ticks(97 + 96, 3 + 4);
    assertThat(stolen.wasCalm()).isFalse();
  }

  @Test
  void withoutStatisticsTheShareIsZero() {
    assertThat(new StolenTime(folder.resolve("missing")).share()).isZero();
  }

  private void ticks(long used, long stolen) throws IOException {
    Files.writeString(
        statistics(), "cpu  " + used + " 0 0 123456 789 0 0 " + stolen + " 0 0\ncpu0 1 2 3\n");
  }

  private Path statistics() {
    return folder.resolve("stat");
  }
}
