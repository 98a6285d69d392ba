package io.github.extendclient.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputTest {
  @Test
  void aTableIsCutToTheTerminal() {
    Columns columns = new Columns("ID", "FILE");
    columns.add("pr_1", "a-very-long-name-of-a-file-that-does-not-fit.pdf");

    assertThat(columns.lines(30, Style.PLAIN))
        .containsExactly("ID    FILE", "pr_1  a-very-long-name-of-a-f…");
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertThat(new Columns("A").add("x\u001b[31m\ny").lines(40, Style.PLAIN).get(1))
        .isEqualTo("x [31m y");
  }

  @Test
  void jsonIsLaidOutWithoutChangingNumbers() {
    assertThat(PrettyJson.of("{\"a\":1.50,\"b\":[],\"c\":[1,{\"d\":\"x: {\\\"\"}]}", Style.PLAIN))
        .isEqualTo(
            "{\n  \"a\": 1.50,\n  \"b\": [],\n  \"c\": [\n    1,\n    {\n      \"d\": \"x: {\\\"\"\n"
                + "    }\n  ]\n}");
  }

  @Test
  void textIsWrappedAtBlanks() {
    assertThat(Wording.wrap("one two three", 7)).containsExactly("one two", "three");
  }
}
