package io.github.extendclient.testing.internal.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaTest {
  private static final Map<String, Object> VALUES =
      Map.of(
          "x.total",
          new BigDecimal("110"),
          "x.subtotal",
          100L,
          "x.price",
          JsonObject.of("amount", new BigDecimal("9.50")),
          "x.vendor",
          "Albertson's",
          "x.due",
          "2026-03-31",
          "x.amounts",
          List.of(60L, 40L),
          "x.rates",
          List.of(2L, 3L),
          "x.tags",
          List.of("urgent", "late"),
          "c",
          "invoice",
          "x.none",
          List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.total = x.subtotal + 10",
        "x.total=100+5*2",
        "x.total = (100 + 5) * 2 - 100",
        "x.total / 4 = 27.5",
        "-x.subtotal < 0",
        "x.price = 9.5",
        "x.price * 2 = 19",
        "x.total <> x.subtotal",
        "x.total != x.subtotal AND NOT x.total < x.subtotal",
        "x.total < 0 OR x.total >= 110",
        "not(FALSE)",
        "x.due <= \"2026-04-01\"",
        "c = \"invoice\"",
        "c & \"-\" & x.total = \"invoice-110\"",
        "\"say \\\"hi\\\"\" = \"say \" & \"\\\"hi\\\"\"",
        "ISPRESENT(x.vendor)",
        "NOT ISPRESENT(x.absent) AND NOT ISPRESENT(x.none)",
        "x.absent = NULL",
        "NOT x.absent < 5",
        "IF(c = \"invoice\", ISPRESENT(x.total), TRUE)",
        "CONTAINS(x.tags, \"urgent\") AND CONTAINS(x.vendor, \"Alb\")",
        "SUM(x.amounts) = x.subtotal",
        "SUM(x.amounts * x.rates) = 240",
        "MIN(x.amounts, 5) = 5 AND MAX(x.amounts) = 60 AND COUNT(x.amounts) = 2",
        "AVERAGE(x.amounts) = 50",
        "AND(x.amounts > 30)",
        "OR(x.amounts > 50, FALSE)",
        "FUZZYMATCH(x.vendor, \"albertsons\", 0.8)",
        "NOT FUZZYMATCH(x.vendor, \"Walmart\")",
        "ROUND(ABS(0 - 2.345), 2) = 2.35",
        "LEN(x.tags) = 2 AND UPPER(c) = \"INVOICE\" AND TRIM(\" a \") = LOWER(\"A\")"
      })
  void holds(String formula) throws FormulaException {
    assertThat(Formula.parse(formula).truths(FormulaTest::value)).containsOnly(true);
  }

  @Test
  void formulaAboutAListHoldsItemByItem() throws FormulaException {
    Formula formula = Formula.parse("x.amounts >= 50");

    assertThat(formula.truths(FormulaTest::value)).containsExactly(true, false);
    assertThat(formula.isAboutList(FormulaTest::value)).isTrue();
  }

  @Test
  void whatIsNotThereMakesNoNumber() throws FormulaException {
    assertThat(Formula.parse("x.absent + 1").value(FormulaTest::value)).isNull();
  }

  @Test
  void textThatIsNoFormulaIsNamed() {
    assertParseError("x.total = ", "The formula is incomplete: a value is missing at its end.");
    assertParseError("(1 + 2", "The formula needs a \")\" at its end.");
    assertParseError("1 2", "The formula has an unexpected \"2\".");
    assertParseError("1 = ?", "The formula cannot be parsed at \"?\".");
    assertParseError("NOW()", "There is no function NOW.");
    assertParseError("IF(TRUE)", "The function IF does not take 1 arguments.");
    assertParseError("(".repeat(200) + "1", "The formula is nested deeper than 100 levels.");
  }

  @Test
  void valueThatDoesNotFitIsNamed() {
    assertValueError("x.vendor * 2", "A number is needed, but there is \"Albertson's\".");
    assertValueError("x.total AND TRUE", "TRUE or FALSE is needed, but there is 110.");
    assertValueError("x.total / 0 = 1", "The formula divides 110 by zero.");
    assertValueError("1 + 1", "The formula must be TRUE or FALSE, but it is 2.");
    assertValueError(
        "x.amounts = x.none",
        "The operator = stands between lists of 2 and 0 items: they must be of the same length.");
    assertValueError(
        "LLMJUDGE(c, \"bill\")",
        "LLMJUDGE needs a language model, which the embedded server does not have.");
  }

  private static Object value(String path) {
    return VALUES.get(path);
  }

  private static void assertParseError(String formula, String message) {
    assertThatThrownBy(() -> Formula.parse(formula))
        .isInstanceOfSatisfying(
            FormulaException.class,
            e -> assertThat(e.reason()).isEqualTo(FormulaException.Reason.PARSE_ERROR))
        .hasMessage(message);
  }

  private static void assertValueError(String formula, String message) {
    assertThatThrownBy(() -> Formula.parse(formula).truths(FormulaTest::value))
        .isInstanceOfSatisfying(
            FormulaException.class,
            e -> assertThat(e.reason()).isEqualTo(FormulaException.Reason.VALUE_ERROR))
        .hasMessage(message);
  }
}
