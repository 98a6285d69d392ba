package io.github.extendclient.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final String WIDE = "x".repeat(60);

  @Test
  void callThatFitsStandsOnOneLine() {
    assertThat(Layout.call(2, "list(", List.of("a", "b"), ")")).isEqualTo("list(a, b)");
  }

  @Test
  void argumentsThatFitTogetherStandOnTheNextLine() {
    assertThat(Layout.call(2, "method" + WIDE + "(", List.of(WIDE, "b"), ")"))
        .isEqualTo("method" + WIDE + "(\n      " + WIDE + ", b)");
  }

  @Test
  void argumentsThatDoNotFitTogetherStandOnLinesOfTheirOwn() {
    assertThat(Layout.call(2, "method(", List.of(WIDE, WIDE), ");"))
        .isEqualTo("method(\n      " + WIDE + ",\n      " + WIDE + ");");
  }

  @Test
  void elementsThatDoNotFitStandOnLinesOfTheirOwn() {
    assertThat(Layout.braces(2, "NAMES = ", List.of(WIDE, WIDE), ";"))
        .isEqualTo("NAMES = {\n    " + WIDE + ",\n    " + WIDE + "\n  };");
  }

  @Test
  void chainThatDoesNotFitHasALineForEachCall() {
    assertThat(Layout.chain(4, "new Request()", List.of("." + WIDE, "." + WIDE), ";"))
        .isEqualTo("new Request()\n        ." + WIDE + "\n        ." + WIDE + ";");
  }

  @Test
  void chainThatIsAssignedStandsBelowItsVariable() {
    assertThat(Layout.assignedChain(4, "Request r =", "new Request()", List.of(".a()"), ";"))
        .isEqualTo("Request r = new Request().a();");
    assertThat(
            Layout.assignedChain(
                4, "Request r =", "new Request()", List.of("." + WIDE, "." + "b".repeat(15)), ";"))
        .isEqualTo("Request r =\n        new Request()." + WIDE + "." + "b".repeat(15) + ";");
  }

  @Test
  void secondPartThatDoesNotFitStandsOnTheNextLine() {
    assertThat(Layout.parts(2, WIDE, WIDE)).isEqualTo(WIDE + "\n      " + WIDE);
  }

  @Test
  void longConditionalExpressionHasEachPartOnItsOwnLine() {
    String condition = "a".repeat(60);

    assertThat(Layout.choice(4, "a()", "b()", "null;")).isEqualTo("a() ? b() : null;");
    assertThat(Layout.choice(4, condition, "b".repeat(40), "null;"))
        .isEqualTo(condition + "\n        ? " + "b".repeat(40) + "\n        : null;");
  }
}
