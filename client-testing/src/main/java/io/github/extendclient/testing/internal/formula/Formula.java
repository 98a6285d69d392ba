package io.github.extendclient.testing.internal.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula in the language that the API's page on formulas shows: variables with dots, numbers,
 * text in double quotes, {@code TRUE}, {@code FALSE}, {@code NULL}, the operators {@code + - * / &
 * = <> != < <= > >= AND OR NOT} and functions. Operators work on each item of a list, and on the
 * amount of a currency.
 */
public final class Formula {
  /** A part of a formula that can be evaluated. */
  interface Expression {
    @Nullable Object value(Variables variables) throws FormulaException;
  }

  private final Expression expression;

  private Formula(Expression expression) {
    this.expression = expression;
  }

  /**
   * Parses a formula.
   *
   * @throws FormulaException if the text is none
   */
  public static Formula parse(String text) throws FormulaException {
    return new Formula(new Parser(text).parse());
  }

  /**
   * Evaluates the formula.
   *
   * @throws FormulaException if it does not fit the variables
   */
  public @Nullable Object value(Variables variables) throws FormulaException {
    return expression.value(variables);
  }

  /**
   * Evaluates a formula of true or false, for each item if it is about a list.
   *
   * @throws FormulaException if its value is neither true nor false
   */
  public List<Boolean> truths(Variables variables) throws FormulaException {
    Object value = value(variables);
    if (value instanceof List<?> list && list.stream().allMatch(Boolean.class::isInstance)) {
      return list.stream().map(Boolean.class::cast).toList();
    }
    if (value instanceof Boolean truth) {
      return List.of(truth);
    }
    throw FormulaException.value(
        "The formula must be TRUE or FALSE, but it is " + Operators.show(value) + ".");
  }

  /** True if the formula is about a list. */
  public boolean isAboutList(Variables variables) throws FormulaException {
    return value(variables) instanceof List<?>;
  }
}
