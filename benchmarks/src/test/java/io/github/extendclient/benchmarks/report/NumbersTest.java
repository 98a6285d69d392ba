package io.github.extendclient.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.benchmarks.machine.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void showsThreeSignificantDigits() {
    assertThat(List.of(12345.6, 123.4, 12.34, 1.234, 0.1234, 0.01234))
        .extracting(Numbers::of)
        .containsExactly("12,346", "123", "12.3", "1.23", "0.12", "0.012");
  }

  @Test
  void showsTheQuartilesBehindTheMedian() {
    assertThat(Numbers.of(Sample.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0))))
        .isEqualTo("3.00 (2.00–4.00)");
  }

  @Test
  void aTableIsMarkdown() {
    assertThat(new Table("A", "B").row("1", "2")).hasToString("| A | B |\n|---|---|\n| 1 | 2 |\n");
  }
}
