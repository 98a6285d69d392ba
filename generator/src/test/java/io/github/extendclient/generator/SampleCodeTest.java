package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.generator.SampleCode.Call;
import io.github.extendclient.generator.SampleCode.Chain;
import io.github.extendclient.generator.SampleCode.Json;
import io.github.extendclient.generator.SampleCode.Pair;
import io.github.extendclient.generator.SampleCode.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleCodeTest {
  private final SampleCode id = new Word("\"file_xK9mLPqRtN3vS8wF5hB2cQ\"");

  @Test
  void shortCallIsOnOneLine() {
    assertThat(new Call("FileFromId.of", id).at(0, 0))
        .isEqualTo("FileFromId.of(\"file_xK9mLPqRtN3vS8wF5hB2cQ\")");
  }

  @Test
  void argumentsOfLongCallStandBelowEachOther() {
    assertThat(new Call("List.of", id, id, id).at(0, 0))
        .isEqualTo(
            """
            List.of(
                "file_xK9mLPqRtN3vS8wF5hB2cQ",
                "file_xK9mLPqRtN3vS8wF5hB2cQ",
                "file_xK9mLPqRtN3vS8wF5hB2cQ")""");
  }

  @Test
  void keyAndValueStayTogether() {
    SampleCode entry = new Pair(new Word("\"customer\""), id);

    assertThat(new Call("Map.of", entry, entry).at(0, 0))
        .isEqualTo(
            """
            Map.of(
                "customer", "file_xK9mLPqRtN3vS8wF5hB2cQ",
                "customer", "file_xK9mLPqRtN3vS8wF5hB2cQ")""");
  }

  @Test
  void builderWithSeveralPropertiesHasOneOnEachLine() {
    SampleCode first = new Call("Point.builder");
    List<SampleCode> calls =
        List.of(new Call(".x", new Word("1")), new Call(".y", new Word("2")), new Call(".build"));

    assertThat(new Chain(first, calls).at(0, 0))
        .isEqualTo(
            """
            Point.builder()
                .x(1)
                .y(2)
                .build()""");
  }

  @Test
  void jsonIsATextBlock() {
    SampleCode json = new Json(List.of("{", "  \"path\": \"a\\\\b\"", "}"));

    assertThat(new Call("JsonValue.ofJson", json).at(0, 0))
        .isEqualTo(
            """
            JsonValue.ofJson(\"""
                {
                  "path": "a\\\\\\\\b"
                }
                \""")""");
  }
}
