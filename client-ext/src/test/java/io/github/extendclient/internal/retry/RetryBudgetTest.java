package io.github.extendclient.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget();

  private int takes(boolean throttled) {
    int takes = 0;
    while (budget.take(throttled) > 0) {
      takes++;
    }
    return takes;
  }

  @Test
  void isEmptyAfter35RetriesInARow() {
    assertThat(takes(false)).isEqualTo(35);
    assertThat(budget.take(false)).isZero();
  }

  @Test
  void aRetryAfterA429TakesFewerTokens() {
    assertThat(budget.take(true)).isEqualTo(5);
    assertThat(budget.take(false)).isEqualTo(14);
    assertThat(takes(true)).isEqualTo((500 - 5 - 14) / 5);
  }

  @Test
  void theLastRetryTakesTheRemainingTokens() {
    for (int i = 0; i < 99; i++) {
      budget.take(true);
    }

    assertThat(budget.take(true)).isEqualTo(5);
    assertThat(budget.take(true)).isZero();
  }

  @Test
  void aRetryThatSucceedsGivesBackWhatItTook() {
    takes(true);

    budget.refund(5);

    assertThat(budget.take(true)).isEqualTo(5);
    assertThat(budget.take(true)).isZero();
  }

  @Test
  void aFirstAttemptThatSucceedsGivesOneBack() {
    takes(true);
    for (int i = 0; i < 4; i++) {
      budget.refund(0);
    }
    assertThat(budget.take(true)).isZero();

    budget.refund(0);

    assertThat(budget.take(true)).isEqualTo(5);
  }

  @Test
  void refundsDoNotExceedTheCapacity() {
    for (int i = 0; i < 100; i++) {
      budget.refund(14);
    }

    assertThat(takes(true)).isEqualTo(100);
  }
}
