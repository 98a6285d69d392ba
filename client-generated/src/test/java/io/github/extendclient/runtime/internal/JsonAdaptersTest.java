package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.UnexpectedValueException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAdaptersTest {
  @ParameterizedTest
  @CsvSource({"1,1", "-3,-3", "0.5,0.5", "1e14,100000000000000", "1e16,1.0E16", "0.1,0.1"})
  void wholeNumbersAreWrittenWithoutFraction(double value, String json) {
    assertThat(JsonAdapters.DOUBLE.toJson(value)).isEqualTo(json);
  }

  @Test
  void aNumberThatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> JsonAdapters.DOUBLE.toJson(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Numeric values must be finite, but was NaN");
  }

  @Test
  void aNumberThatIsTooLargeIsKept() throws IOException {
    JsonAdapter<Map<String, Double>> adapter = JsonAdapters.map(JsonAdapters.DOUBLE);
    Map<String, Double> map = adapter.fromJson("{\"a\":1e309,\"b\":1.5}");

    assertThat(map.get("b")).isEqualTo(1.5);
    assertThatThrownBy(() -> map.get("a"))
        .isInstanceOf(UnexpectedValueException.class)
        .hasMessageStartingWith("$.a is a number where a number in the range of double");
    assertThat(adapter.toJson(map)).isEqualTo("{\"a\":1e309,\"b\":1.5}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\udc00b", "\ud83d\ud83d\ude00", "\udc00\ud800"})
  void halfASurrogatePairIsWrittenAsItCame(String text) throws IOException {
    String json = JsonAdapters.STRING.toJson(text);

    assertThat(JsonAdapters.STRING.fromJson(json)).isEqualTo(text);
    assertThat(JsonValue.of(text).json()).isEqualTo(json);
    assertThat(JsonValue.ofJson(json).asString()).isEqualTo(text);
  }

  @Test
  void nullIsReadAsNull() throws IOException {
    assertThat(JsonAdapters.STRING.fromJson("null")).isNull();
    assertThat(JsonAdapters.BOOLEAN.fromJson("null")).isNull();
    assertThat(JsonAdapters.INTEGER.fromJson("null")).isNull();
    assertThat(JsonAdapters.LONG.fromJson("null")).isNull();
    assertThat(JsonAdapters.DOUBLE.fromJson("null")).isNull();
    assertThat(JsonAdapters.DATE_TIME.fromJson("null")).isNull();
    assertThat(JsonAdapters.JSON.fromJson("null")).isSameAs(JsonValue.NULL);
    assertThat(JsonAdapters.list(JsonAdapters.STRING).fromJson("null")).isNull();
    assertThat(JsonAdapters.map(JsonAdapters.STRING).fromJson("null")).isNull();
  }

  @Test
  void nullWithinCollectionsIsWritten() {
    assertThat(JsonAdapters.list(JsonAdapters.LONG).toJson(Arrays.asList(1L, null)))
        .isEqualTo("[1,null]");
    assertThat(JsonAdapters.map(JsonAdapters.JSON).toJson(Map.of("a", JsonValue.NULL)))
        .isEqualTo("{\"a\":null}");
  }

  @Test
  void mapsKeepTheirOrder() throws IOException {
    Map<String, Boolean> map =
        JsonAdapters.map(JsonAdapters.BOOLEAN).fromJson("{\"b\":true,\"a\":false,\"b\":false}");

    assertThat(map).containsExactly(Map.entry("b", false), Map.entry("a", false));
  }

  @Test
  void emptyListsAreShared() throws IOException {
    assertThat(JsonAdapters.list(JsonAdapters.STRING).fromJson("[]")).isSameAs(List.of());
  }
}
