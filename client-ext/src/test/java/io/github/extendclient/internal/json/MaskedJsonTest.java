package io.github.extendclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedJsonTest {
  private static String masked(String json) {
    return MaskedJson.of(new Buffer().writeUtf8(json), 100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1.50, \"b\": [true, null, \"x\"]} | {\"a\":1.50,\"b\":[true,null,\"x\"]}",
        "{\"signingSecret\":\"wss_1\",\"n\":1} | {\"signingSecret\":\"***\",\"n\":1}",
        "{\"secrets\":{\"a\":{\"b\":\"c\"}},\"n\":1} | {\"secrets\":\"***\",\"n\":1}",
        "{\"password\":null} | {\"password\":null}",
        "{\"nextPageToken\":\"t\",\"token\":\"t\"} | {\"nextPageToken\":\"t\",\"token\":\"***\"}",
        "{\"u\":\"see https://a/b?c=d e\"} | {\"u\":\"see https://a/b?*** e\"}",
        "[] | []",
        "\"text\" | \"text\"",
      })
  void secretsAreMaskedAndTheRestIsKept(String json, String expected) {
    assertThat(masked(json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"password\":\"s3 | {\"a\":1,\"password\":\"***\"…",
        "{\"a\":1,\"b\":\"cut o | {\"a\":1…",
        "<html>secret</html> | …",
        "`` | …",
      })
  void truncatedJsonEndsInAnEllipsis(String json, String expected) {
    assertThat(masked(json)).isEqualTo(expected);
  }

  @Test
  void aLongTextIsCut() {
    assertThat(masked("{\"a\":\"" + "x".repeat(1_000) + "\"}"))
        .isEqualTo("{\"a\":\"" + "x".repeat(94) + "…");
  }
}
