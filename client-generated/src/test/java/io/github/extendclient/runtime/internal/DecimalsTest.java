package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bits are compared, so that the sign of zero counts. */
class DecimalsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "0.000000000000001",
        "0.1",
        "-72.5",
        "999999999999999",
        "9999999999999999",
        "99999999999999.9",
        "9007199254740993",
        "9007199254740993.0",
        "4503599627370497.5",
        "2251799813685248.25",
        "9223372036854775807.5",
        "12345678901234567890",
        "0.30000000000000004",
        "1e5",
        "-1.5E-3",
        "5e-324",
        "1e400"
      })
  void aNumberIsTheNearestDouble(String number) {
    assertSameAsInJdk(number);
  }

  @Test
  void randomNumbersAreTheNearestDoubles() {
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      int digits = random.nextInt(60);
      assertSameAsInJdk(
          new BigDecimal(new BigInteger(digits, random), random.nextInt(20)).toPlainString());
      assertSameAsInJdk(Double.toString(random.nextGaussian()));
      assertSameAsInJdk(Double.toString(random.nextDouble() * random.nextInt(2000)));
      assertSameAsInJdk(
          BigDecimal.valueOf(random.nextLong() >>> random.nextInt(12), random.nextInt(22))
              .toPlainString());
      assertSameAsInJdk("-" + random.nextInt(2000) / 4.0);
    }
  }

  private static void assertSameAsInJdk(String number) {
    assertThat(Double.doubleToRawLongBits(Decimals.parse(number)))
        .as(number)
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(number)));
  }
}
