package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortDecimalTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "-0.5, -0.5",
    "0.000001, 0.000001",
    "-12.000001, -12.000001",
    "612.25, 612.25",
    "999999999.999999, 999999999.999999",
    "1.1, 1.1"
  })
  void aNumberOfUpToSixDecimalsIsPrintedWithThem(double value, String text) {
    assertThat(ShortDecimal.of(value)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0000001, 0.1234567, 1e15, 1e300, 4.9e-324, 0.1 + 0.2, -0.0})
  void otherNumbersAreLeftToTheJdk(double value) {
    assertThat(ShortDecimal.of(value)).isNull();
  }

  @Test
  void theTextIsThatOfTheSameNumber() {
    Random random = new Random(20260209);
    for (int i = 0; i < 100_000; i++) {
      double value = random.nextLong(2_000_000_000_000L) / Math.pow(10, 1 + random.nextInt(6));
      ShortDecimal decimal = ShortDecimal.of(value);
      if (decimal != null) {
        assertThat(Double.parseDouble(decimal.toString())).isEqualTo(value);
      }
    }
  }
}
