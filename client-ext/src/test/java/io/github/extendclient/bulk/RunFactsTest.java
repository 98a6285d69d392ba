package io.github.extendclient.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunFactsTest {
  @Test
  void creditsIncludeThoseOfTheRunsMadeForTheRun() {
    RunFacts run = run(Map.of("credits", 3, "totalCredits", 5));

    assertThat(run.credits()).isEqualByComparingTo("5");
  }

  @Test
  void creditsOfARunWithoutATotalAreItsOwn() {
    assertThat(run(Map.of("credits", 3)).credits()).isEqualByComparingTo("3");
  }

  @Test
  void creditsOfARunWithoutUsageAreNone() {
    JsonValue json = JsonValue.of(Map.of("id", "exr_1", "status", "FAILED"));

    assertThat(RunFacts.of(json, false).credits()).isZero();
  }

  private static RunFacts run(Map<String, Object> usage) {
    return RunFacts.of(
        JsonValue.of(Map.of("id", "exr_1", "status", "PROCESSED", "usage", usage)), false);
  }
}
