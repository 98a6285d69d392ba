package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {
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
    assertThat(PlainDecimal.of(value)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0000001, 0.0012345678, 1e15, 12345678.9012345, 1e300, 4.9e-324, -0.0})
  void otherNumbersAreLeftToTheJdk(double value) {
    assertThat(PlainDecimal.of(value)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0.1234567, 0.1234567",
    "0.30000000000000004, 0.30000000000000004",
    "-523.9371048267345, -523.9371048267345",
    "0.017345678901234566, 0.017345678901234566",
    "9999999.999999998, 9999999.999999998",
    "2.0000000000000004, 2.0000000000000004",
    "2.2250738585072014, 2.2250738585072014"
  })
  void aNumberWithAllItsDigitsIsPrintedWithAsManyAsItNeeds(double value, String text) {
    assertThat(PlainDecimal.of(value)).hasToString(text);
  }

  /** The JDK of Java 17 sometimes prints a digit too many. */
  @Test
  void theTextIsReadAsTheSameNumberAndIsNotLongerThanThatOfTheJdk() {
    Random random = new Random(20260209);
    int printed = 0;
    for (int i = 0; i < 300_000; i++) {
      double value =
          switch (i % 3) {
            case 0 -> random.nextLong(2_000_000_000_000L) / Math.pow(10, 1 + random.nextInt(6));
            case 1 -> random.nextDouble() * Math.pow(10, random.nextInt(9) - 1);
            default -> Math.nextUp(-random.nextInt(100_000) / 1000.0);
          };
      PlainDecimal decimal = PlainDecimal.of(value);
      if (decimal != null) {
        printed++;
        String text = decimal.toString();
        assertThat(Double.parseDouble(text)).isEqualTo(value);
        if (Math.abs(value) >= 0.001) {
          assertThat(text).hasSizeLessThanOrEqualTo(Double.toString(value).length());
        }
      }
    }
    assertThat(printed).isGreaterThan(200_000);
  }
}
