package io.github.extendclient.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvenPaceTest {
  private final VirtualTimeline timeline = new VirtualTimeline();

  @Test
  void allowsOneRequestEachInterval() throws InterruptedException {
    DeletionPace pace = new EvenPace(10, timeline);

    for (int i = 0; i < 4; i++) {
      pace.acquire();
    }

    assertThat(timeline.waits())
        .containsExactly(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100));
  }

  @Test
  void countsTheTimeThatRequestsTake() throws InterruptedException {
    DeletionPace pace = new EvenPace(10, timeline);

    pace.acquire();
    timeline.advance(Duration.ofMillis(40));
    pace.acquire();

    assertThat(timeline.waits()).containsExactly(Duration.ofMillis(60));
  }

  @Test
  void catchesUpWithOneIntervalOnly() throws InterruptedException {
    DeletionPace pace = new EvenPace(10, timeline);
    pace.acquire();
    timeline.advance(Duration.ofHours(1));

    pace.acquire();
    pace.acquire();
    pace.acquire();

    assertThat(timeline.waits()).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void takesFractions() throws InterruptedException {
    DeletionPace pace = new EvenPace(0.5, timeline);

    pace.acquire();
    pace.acquire();

    assertThat(timeline.waits()).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void rateThatIsNotPositiveIsRejected() {
    for (double requests : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new EvenPace(requests, timeline))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The rate limit is "
                  + requests
                  + " requests per second: give more than zero, or leave it out for no limit.");
    }
  }

  @Test
  void runsOnTheSystemsTime() throws InterruptedException {
    DeletionPace pace = new EvenPace(1000, SystemTimeline.INSTANCE);
    long start = System.nanoTime();

    for (int i = 0; i < 5; i++) {
      pace.acquire();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(3));
  }
}
