package io.github.extendclient.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "\"\"",
        "\"\\u00e4\\n\"",
        "-0",
        "1.10",
        "1e400",
        "12345678901234567890",
        "[]",
        "{}",
        "[1, {\"a\" : null}]"
      })
  void textIsKept(String json) {
    assertThat(JsonValue.ofJson(" " + json + "\n").json()).isEqualTo(json);
    assertThat(JsonValue.ofJson(json)).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|The text is not JSON: it ends too early.",
        "'[1'|The text is not JSON: it ends too early.",
        "'[\"é\"'|The text is not JSON: it ends too early.",
        "'{a: 1}'|The text is not JSON: malformed at byte 1.",
        "'1 2'|The text is not JSON: malformed at byte 2.",
        "'[] []'|The text is not JSON: malformed at byte 2.",
      })
  void textThatIsNotJsonIsRefused(String text, String message) {
    assertThatThrownBy(() -> JsonValue.ofJson(text))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void plainObjectsBecomeJson() {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put("nothing", null);
    assertThat(JsonValue.of(null)).isEqualTo(JsonValue.NULL);
    assertThat(JsonValue.of(map).json()).isEqualTo("{\"nothing\":null}");
    assertThat(
            JsonValue.of(
                    Arrays.asList(
                        1,
                        2L,
                        1.5,
                        new BigDecimal("1.10"),
                        new BigInteger("12345678901234567890"),
                        true,
                        null,
                        "a\"b",
                        new StringBuilder("c"),
                        new Object[] {"d"},
                        JsonValue.ofJson("1.00"),
                        Map.of("k", List.of())))
                .json())
        .isEqualTo(
            "[1,2,1.5,1.10,12345678901234567890,true,null,\"a\\\"b\",\"c\",[\"d\"],1.00,"
                + "{\"k\":[]}]");
  }

  @Test
  void aValueWithoutJsonIsRefused() {
    assertThatThrownBy(() -> JsonValue.of(new StringBuilder().chars()))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "Cannot convert to JSON an object of .*: use maps, lists, text, numbers and"
                + " booleans\\.");
    assertThatThrownBy(() -> JsonValue.of(Map.of(1, "x")))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("The key of a JSON object must be text: 1");
    assertThatThrownBy(() -> JsonValue.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Numeric values must be finite, but was NaN");
  }

  @Test
  void jsonBecomesPlainObjects() {
    Object plain = JsonValue.ofJson("{\"b\": [1.10, true, null, \"x\"], \"a\": {}}").toPlain();

    assertThat(plain)
        .isEqualTo(
            Map.of(
                "b",
                new ArrayList<>(Arrays.asList(new BigDecimal("1.10"), true, null, "x")),
                "a",
                Map.of()));
    assertThat(((Map<?, ?>) plain).keySet().toString()).isEqualTo("[b, a]");
    assertThat(JsonValue.NULL.toPlain()).isNull();
  }

  @Test
  void partsAreReadOneLevelAtATime() {
    JsonValue value =
        JsonValue.ofJson("{\"n\": 1.10, \"s\": \"ä\", \"l\": [null, 2], \"t\": true}");

    assertThat(value.asObject())
        .containsExactly(
            Map.entry("n", JsonValue.ofJson("1.10")),
            Map.entry("s", JsonValue.ofJson("\"ä\"")),
            Map.entry("l", JsonValue.ofJson("[null, 2]")),
            Map.entry("t", JsonValue.ofJson("true")));
    assertThat(value.asObject().get("n"))
        .satisfies(number -> assertThat(number.asNumber()).isEqualTo("1.10"));
    assertThat(JsonValue.ofJson("\"\\u00e4\"").asString()).isEqualTo("ä");
    assertThat(JsonValue.ofJson("true").asBoolean()).isTrue();
    assertThat(JsonValue.ofJson("[null, 2]").asArray())
        .containsExactly(JsonValue.NULL, JsonValue.ofJson("2"));
    assertThat(JsonValue.NULL.isNull()).isTrue();
  }

  @Test
  void aValueOfAnotherKindIsNamed() {
    JsonValue text = JsonValue.ofJson("\"1\"");

    assertThatThrownBy(text::asNumber)
        .isExactlyInstanceOf(JsonDataException.class)
        .hasMessage("Expected a number but was STRING");
    assertThatThrownBy(text::asObject)
        .isExactlyInstanceOf(JsonDataException.class)
        .hasMessage("Expected BEGIN_OBJECT but was STRING at path $");
    assertThatThrownBy(text::asArray).isExactlyInstanceOf(JsonDataException.class);
    assertThatThrownBy(text::asBoolean).isExactlyInstanceOf(JsonDataException.class);
    assertThatThrownBy(() -> text.asObject().put("a", text))
        .isExactlyInstanceOf(JsonDataException.class);
  }

  @Test
  void aNumberThatOverflowsIsNamed() {
    JsonValue value = JsonValue.ofJson("{\"n\": [1e99999999999]}");
    JsonValue number = value.asObject().get("n").asArray().get(0);

    assertThatThrownBy(value::toPlain)
        .isExactlyInstanceOf(JsonDataException.class)
        .hasMessage(
            "The number is beyond the range of BigDecimal: take its text, with asString().");
    assertThatThrownBy(number::asNumber)
        .isExactlyInstanceOf(JsonDataException.class)
        .hasMessage(
            "The number is beyond the range of BigDecimal: take its text, with asString().");
    assertThat(number.asString()).isEqualTo("1e99999999999");
  }

  @Test
  void aNumberOfAMillionDigitsIsRefusedAsANumberAndKeptAsText() {
    String digits = "9".repeat(1_000_000);
    JsonValue number = JsonValue.ofJson(digits);

    assertThatThrownBy(number::asNumber)
        .isExactlyInstanceOf(JsonDataException.class)
        .hasMessage(
            "The number has 1000000 characters, more than 10000: take its text, with asString().");
    assertThatThrownBy(number::toPlain).isExactlyInstanceOf(JsonDataException.class);
    assertThat(number.asString()).isEqualTo(digits);
  }

  @Test
  void halfOfASurrogatePairIsKept() {
    assertThat(JsonValue.ofJson("{\"a\": \"\ud800\"}").asObject().get("a").asString())
        .isEqualTo("\ud800");
    assertThat(JsonValue.ofJson("\"\udc00\ud83d\ude00\"").json())
        .isEqualTo("\"\\udc00\ud83d\ude00\"");
  }

  @Test
  void numbersOfOtherLibrariesAreConvertedOrRefused() {
    assertThat(JsonValue.of(numberOf("1.50")).json()).isEqualTo("1.50");
    assertThat(JsonValue.of(numberOf("+1.")).json()).isEqualTo("1");
    assertThatThrownBy(() -> JsonValue.of(numberOf("1/2")))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot convert to JSON a number of "
                + numberOf("").getClass().getName()
                + ": its text is no decimal number.");
  }

  private static Number numberOf(String text) {
    return new LazyNumber(text);
  }

  private static final class LazyNumber extends Number {
    private static final long serialVersionUID = 1L;

    private final String text;

    LazyNumber(String text) {
      this.text = text;
    }

    @Override
    public int intValue() {
      return 0;
    }

    @Override
    public long longValue() {
      return 0;
    }

    @Override
    public float floatValue() {
      return 0;
    }

    @Override
    public double doubleValue() {
      return 0;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void objectsThatContainThemselvesAreRefused() {
    List<Object> list = new ArrayList<>();
    list.add(Map.of("list", list));

    assertThatThrownBy(() -> JsonValue.of(list))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot convert to JSON objects of more than 255 levels. Does one contain itself?");
  }

  @Test
  void equalityIsThatOfTheText() {
    assertThat(JsonValue.ofJson("1.0"))
        .isEqualTo(JsonValue.ofJson(" 1.0 "))
        .hasSameHashCodeAs(JsonValue.ofJson("1.0"))
        .isNotEqualTo(JsonValue.ofJson("1.00"));
  }

  @Test
  void nestingIsBoundedWhenItIsReadAndNotWhenItIsKept() {
    JsonValue deep = JsonValue.ofJson("[".repeat(200) + "]".repeat(200));
    assertThat(deep.toPlain()).isInstanceOf(List.class);
    assertThatThrownBy(() -> JsonValue.ofJson("[".repeat(10_000) + "]".repeat(10_000)))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("The JSON has more than 200 levels.");
  }
}
