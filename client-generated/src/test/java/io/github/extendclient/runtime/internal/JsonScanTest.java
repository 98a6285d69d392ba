package io.github.extendclient.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are kept as text are checked when they are read. */
class JsonScanTest {
  /** Long documents are read past Moshi, short ones by it. */
  private static final int[] BLANKS_BEFORE = {0, 4_096};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[[], {}]",
        "{\"a\" : [1, -0, 0.5, 1e5, 1E-5, -1.5e+10]}",
        "\"\"",
        "\"\\u00e9\\n\\\\\\/\\\" é 😀\"",
        "\"\\ud83d\"",
        "[true, false, null]",
        "{\"a\":{\"b\":{\"c\":\"d\"}},\"e\":1}",
        "[\n\t1 ,\r 2 ]"
      })
  void jsonIsKeptUnchanged(String value) throws IOException {
    for (int blanks : BLANKS_BEFORE) {
      assertThat(keep(value, blanks)).isEqualTo(value);
    }
    assertThat(scanByteByByte(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\" \"in confidence\"}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\"::1}",
        "{1:2}",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,,2]",
        "[01]",
        "[1.]",
        "[.5]",
        "[+1]",
        "[-]",
        "[1e]",
        "[1e+]",
        "[0x1]",
        "[NaN]",
        "[tru]",
        "[nulll]",
        "[True]",
        "[\"\\x\"]",
        "[\"\\u12g4\"]",
        "[\"\\'\"]",
        "[1}",
        "{\"a\":1]",
        "[//c\n1]",
        "[1;2]",
        "\"\\x\""
      })
  void textThatIsNotJsonIsRefusedWithItsPlace(String value) {
    for (int blanks : BLANKS_BEFORE) {
      assertThatThrownBy(() -> keep(value, blanks))
          .isInstanceOf(JsonEncodingException.class)
          .hasMessageMatching(
              "Malformed JSON at byte \\d+ of the value at path \\$\\.metadata\\.k");
    }
    assertThat(scanByteByByte(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4_096})
  void thePlaceIsTheByteOfTheValue(int blanks) {
    assertThatThrownBy(() -> keep("{\"name\" \"in confidence\"}", blanks))
        .hasMessage("Malformed JSON at byte 8 of the value at path $.metadata.k");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4_096})
  void nestingIsBounded(int blanks) throws IOException {
    String deepest = "[".repeat(JsonScan.MAX_DEPTH) + "]".repeat(JsonScan.MAX_DEPTH);

    assertThat(keep(deepest, blanks)).isEqualTo(deepest);
    assertThatThrownBy(() -> keep("[" + deepest + "]", blanks))
        .isInstanceOf(JsonDataException.class)
        .hasMessage(
            "Nesting too deep: more than 200 levels at byte 200 of the value at path"
                + " $.metadata.k");
  }

  private static String keep(String value, int blanks) throws IOException {
    Buffer json =
        new Buffer()
            .writeUtf8("{\"metadata\":{" + " ".repeat(blanks) + "\"k\":" + value + ",\"z\":1}}");
    JsonReader reader = JsonAdapters.newReader(json);
    reader.beginObject();
    reader.nextName();
    reader.beginObject();
    reader.nextName();
    JsonValue kept = RawJson.read(reader);
    assertThat(reader.nextName()).isEqualTo("z");
    return kept.json();
  }

  private static boolean scanByteByByte(String value) {
    JsonScan scan = new JsonScan();
    scan.start();
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (scan.scan(bytes, i, i + 1) == i) {
        return scan.isComplete() && i == bytes.length - 1;
      }
    }
    return false;
  }
}
