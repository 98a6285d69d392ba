package io.github.extendclient.testing.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
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
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1}{}",
        "{\"a\":1,\"a\":2}",
        "nul",
        "1e99999999999",
        "'a'"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
  }

  @Test
  void doubleNameIsTold() {
    assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}"))
        .hasMessage("the name \"a\" stands twice at $.a");
  }

  private static @Nullable Object read(String text) throws IOException {
    return Json.read(new Buffer().writeUtf8(text));
  }
}
