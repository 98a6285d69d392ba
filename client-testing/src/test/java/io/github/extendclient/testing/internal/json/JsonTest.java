package io.github.extendclient.testing.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @Test
  void numbersKeepTheirValue() throws IOException {
    assertThat(read("[3, 3.0, -0, 12345678901234567890, 1e3]"))
        .isEqualTo(
            Arrays.asList(
                3L,
                new BigDecimal("3.0"),
                0L,
                new BigDecimal("12345678901234567890"),
                new BigDecimal("1e3")));
  }

  @Test
  void whatWasReadIsWrittenInTheSameOrder() throws IOException {
    String json = "{\"b\":[true,null,\"x\\n\"],\"a\":{\"c\":1.50}}";

    assertThat(Json.write(read(json)).readUtf8()).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,]", "{\"a\":1}{}", "nul", "'a'"})
  void whatIsNotJsonIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
  }

  @Test
  void lastValueOfANameThatStandsTwiceCounts() throws IOException {
    assertThat(Json.write(read("{\"a\":1,\"b\":3,\"a\":2}")).readUtf8())
        .isEqualTo("{\"a\":2,\"b\":3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1e-99999999999", "0.1e-2147483649"})
  void exponentThatNoArithmeticTakesIsGivenBackAsItCame(String number) throws IOException {
    assertThat(Json.write(read(number)).readUtf8()).isEqualTo(number);
  }

  @Test
  void numberOfAMillionDigitsTakesNoTime() throws IOException {
    String number = "9".repeat(1_000_000);

    long start = System.nanoTime();
    String written = Json.write(read(number)).readUtf8();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(written.equals(number)).isTrue();
  }

  private static @Nullable Object read(String text) throws IOException {
    return Json.read(new Buffer().writeUtf8(text));
  }
}
