package io.github.extendclient.testing.internal.formula;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The comparisons of conditional steps. */
public final class Conditions {
  private Conditions() {}

  /**
   * Whether a comparison holds.
   *
   * @param operation as the API spells it, such as {@code GTE}
   * @throws FormulaException if there is no such operation
   */
  public static boolean holds(String operation, @Nullable Object left, @Nullable Object right)
      throws FormulaException {
    return switch (operation) {
      case "EQUALS" -> Operators.isEqual(value(left), value(right));
      case "GTE" -> left != null && right != null && compare(left, right) >= 0;
      case "LTE" -> left != null && right != null && compare(left, right) <= 0;
      case "IS_NULL" -> left == null;
      case "CONTAINS" -> Functions.contains(left, right);
      case "NO_OP" -> true;
      default -> throw FormulaException.value("There is no operation " + operation + ".");
    };
  }

  private static int compare(Object left, Object right) {
    Object one = value(left);
    Object other = value(right);
    return one == null || other == null ? 0 : Operators.compare(one, other);
  }

  /** Operands are texts; a text that is a number is compared as a number. */
  private static @Nullable Object value(@Nullable Object operand) {
    return operand instanceof String text && text.matches("-?\\d{1,18}(\\.\\d{1,18})?")
        ? new BigDecimal(text)
        : operand;
  }
}
