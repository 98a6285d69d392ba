package io.github.extendclient.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartTest {
  @Test
  void aPartHasItsResult() {
    Part<String> part = Part.of("upload", () -> "1 s");

    assertThat(part.result()).contains("1 s");
    assertThat(part.failure()).isNull();
  }

  @Test
  void aFailureIsKeptAndNotThrown() {
    Part<String> part =
        Part.of(
            "upload",
            () -> {
              throw new IllegalStateException("no server");
            });

    assertThat(part.result()).isEmpty();
    assertThat(part.failure()).isEqualTo("upload: java.lang.IllegalStateException: no server");
  }
}
