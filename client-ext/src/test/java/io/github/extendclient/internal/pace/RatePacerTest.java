package io.github.extendclient.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.extendclient.pacing.Pacer.Turn;
import io.github.extendclient.runtime.RateLimitCategory;
import io.github.extendclient.testsupport.VirtualTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatePacerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final RatePacer pacer =
      new RatePacer(Map.of(RateLimitCategory.GET, 10.0, RateLimitCategory.RUN, 0.5), timeline);

  private double secondsOf(Turn turn) {
    return turn.remaining().toNanos() / 1e9;
  }

  private List<Turn> turns(int count) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      turns.add(pacer.reserve(RateLimitCategory.GET));
    }
    return turns;
  }

  @Test
  void turnsAreEvenlySpaced() {
    List<Turn> turns = turns(21);

    for (int i = 0; i <= 20; i++) {
      assertThat(secondsOf(turns.get(i))).isCloseTo(i * 0.1, within(1e-6));
    }
  }

  @Test
  void anIdleTimeIsNotSavedUpForABurst() {
    timeline.advance(Duration.ofHours(1));

    List<Turn> turns = turns(3);

    assertThat(turns.get(0).remaining()).isZero();
    assertThat(secondsOf(turns.get(1))).isCloseTo(0.1, within(1e-6));
    assertThat(secondsOf(turns.get(2))).isCloseTo(0.2, within(1e-6));
  }

  @Test
  void aTurnComesWhenItsTimeHasPassed() {
    Turn turn = turns(4).get(3);

    timeline.advance(turn.remaining());

    assertThat(turn.remaining()).isZero();
  }

  @Test
  void categoriesAreIndependent() {
    turns(100);

    assertThat(pacer.reserve(RateLimitCategory.RUN).remaining()).isZero();
    assertThat(secondsOf(pacer.reserve(RateLimitCategory.RUN))).isCloseTo(2, within(1e-6));
  }

  @Test
  void aCategoryWithoutALimitDoesNotWait() {
    pacer.throttled(RateLimitCategory.WRITE, Duration.ofSeconds(9));

    for (int i = 0; i < 100; i++) {
      assertThat(pacer.reserve(RateLimitCategory.WRITE).remaining()).isZero();
    }
  }

  @Test
  void theLastTurnCanBeGivenBack() {
    turns(2).get(1).cancel();

    assertThat(secondsOf(pacer.reserve(RateLimitCategory.GET))).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void aRefusalHalvesTheRateOfWaitingRequestsToo() {
    List<Turn> turns = turns(3);

    pacer.throttled(RateLimitCategory.GET, null);

    // At 5 a second, growing by 0.5 a second each second.
    assertThat(secondsOf(turns.get(1))).isCloseTo(0.2, within(0.01));
    assertThat(secondsOf(turns.get(2))).isCloseTo(0.4, within(0.02));
  }

  @Test
  void refusalsOfRequestsThatWereUnderWayTogetherCountOnce() {
    for (int i = 0; i < 50; i++) {
      pacer.throttled(RateLimitCategory.GET, null);
    }

    assertThat(secondsOf(turns(2).get(1))).isCloseTo(0.4, within(0.02));
  }

  @Test
  void refusalsLowerTheRateToAThirtySecondPartAtMost() {
    for (int i = 0; i < 50; i++) {
      pacer.throttled(RateLimitCategory.GET, null);
      timeline.advance(SECOND);
    }

    double rate = 1 / (secondsOf(turns(2).get(1)) - secondsOf(turns(1).get(0)));
    assertThat(Math.abs(rate)).isLessThan(2);
  }

  @Test
  void theRateRecoversAfterTenSeconds() {
    pacer.throttled(RateLimitCategory.GET, null);
    timeline.advance(Duration.ofSeconds(10));

    List<Turn> turns = turns(11);

    assertThat(secondsOf(turns.get(10))).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 30})
  void noRequestIsSentBeforeRetryAfter(int seconds) {
    List<Turn> turns = turns(3);

    pacer.throttled(RateLimitCategory.GET, Duration.ofSeconds(seconds));

    turns.add(pacer.reserve(RateLimitCategory.GET));
    for (Turn turn : turns) {
      assertThat(turn.remaining()).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void aVeryLongPauseDoesNotOverflow() {
    pacer.throttled(RateLimitCategory.GET, Duration.ofSeconds(Long.MAX_VALUE));

    assertThat(pacer.reserve(RateLimitCategory.GET).remaining())
        .isGreaterThan(Duration.ofDays(300));
  }

  @Test
  void theEstimateUnderAGrowingRateIsExact() {
    pacer.throttled(RateLimitCategory.GET, null);
    Turn turn = turns(200).get(199);
    Duration estimate = turn.remaining();

    for (int step = 0; step < 100; step++) {
      timeline.advance(estimate.dividedBy(100));
    }

    assertThat(secondsOf(turn)).isCloseTo(0, within(1e-3));
  }

  @Test
  void turnsThatAreGivenBackInOrderAreTakenAgain() {
    List<Turn> turns = turns(60);

    turns.subList(1, 60).forEach(Turn::cancel);

    assertThat(secondsOf(pacer.reserve(RateLimitCategory.GET))).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void aTurnThatIsGivenBackGoesToTheNextRequest() {
    List<Turn> turns = turns(10);

    turns.get(3).cancel();

    assertThat(secondsOf(pacer.reserve(RateLimitCategory.GET))).isCloseTo(0.3, within(1e-6));
    assertThat(secondsOf(turns.get(9))).isCloseTo(0.9, within(1e-6));
    assertThat(secondsOf(pacer.reserve(RateLimitCategory.GET))).isCloseTo(1, within(1e-6));
  }

  @Test
  void turnsThatWereGivenBackAreNotSavedUpForABurst() {
    List<Turn> turns = turns(40);
    turns.subList(1, 39).forEach(Turn::cancel);
    timeline.advance(Duration.ofSeconds(2));

    assertThat(secondsOf(pacer.reserve(RateLimitCategory.GET))).isCloseTo(0, within(1e-6));
    assertThat(secondsOf(pacer.reserve(RateLimitCategory.GET))).isCloseTo(0.1, within(1e-6));
  }
}
