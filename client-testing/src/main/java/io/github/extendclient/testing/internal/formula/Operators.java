package io.github.extendclient.testing.internal.formula;

import io.github.extendclient.testing.internal.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies operators to values. */
final class Operators {
  private Operators() {}

  /** An operator between two values, or between the items of lists. */
  static @Nullable Object apply(String operator, @Nullable Object left, @Nullable Object right)
      throws FormulaException {
    if (left instanceof List<?> || right instanceof List<?>) {
      return eachItem(operator, left, right);
    }
    return switch (operator) {
      case "+", "-", "*", "/" -> arithmetic(operator, left, right);
      case "&" -> text(left) + text(right);
      case "=" -> isEqual(left, right);
      case "<>", "!=" -> !isEqual(left, right);
      case "AND" -> truth(left) && truth(right);
      case "OR" -> truth(left) || truth(right);
      default -> compares(operator, left, right);
    };
  }

  private static List<@Nullable Object> eachItem(
      String operator, @Nullable Object left, @Nullable Object right) throws FormulaException {
    List<?> lefts = left instanceof List<?> list ? list : null;
    List<?> rights = right instanceof List<?> list ? list : null;
    if (lefts != null && rights != null && lefts.size() != rights.size()) {
      throw FormulaException.value(
          "The operator "
              + operator
              + " stands between lists of "
              + lefts.size()
              + " and "
              + rights.size()
              + " items: they must be of the same length.");
    }
    int size = lefts != null ? lefts.size() : rights == null ? 0 : rights.size();
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Object one = lefts == null ? left : lefts.get(i);
      Object other = rights == null ? right : rights.get(i);
      values.add(apply(operator, one, other));
    }
    return values;
  }

  private static @Nullable Object arithmetic(
      String operator, @Nullable Object left, @Nullable Object right) throws FormulaException {
    if (left == null || right == null) {
      return null;
    }
    BigDecimal one = number(left);
    BigDecimal other = number(right);
    if (operator.equals("/") && other.signum() == 0) {
      throw FormulaException.value("The formula divides " + one + " by zero.");
    }
    return switch (operator) {
      case "+" -> one.add(other);
      case "-" -> one.subtract(other);
      case "*" -> one.multiply(other);
      default -> one.divide(other, MathContext.DECIMAL64);
    };
  }

  /** 5 equals 5.0, and a currency equals its amount. */
  static boolean isEqual(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return left == right;
    }
    BigDecimal one = numberOrNull(left);
    BigDecimal other = numberOrNull(right);
    return one != null && other != null
        ? one.compareTo(other) == 0
        : text(left).equals(text(right));
  }

  /** A missing value is neither less nor greater than any other. */
  private static boolean compares(String operator, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return false;
    }
    int order = compare(left, right);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /** Compares by number if both are numbers, otherwise by text, which is right for dates too. */
  static int compare(Object left, Object right) {
    BigDecimal one = numberOrNull(left);
    BigDecimal other = numberOrNull(right);
    return one != null && other != null ? one.compareTo(other) : text(left).compareTo(text(right));
  }

  static boolean truth(@Nullable Object value) throws FormulaException {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw FormulaException.value("TRUE or FALSE is needed, but there is " + show(value) + ".");
  }

  static BigDecimal number(@Nullable Object value) throws FormulaException {
    BigDecimal number = numberOrNull(value);
    if (number == null) {
      throw FormulaException.value("A number is needed, but there is " + show(value) + ".");
    }
    return number;
  }

  private static @Nullable BigDecimal numberOrNull(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof Long integer) {
      return BigDecimal.valueOf(integer);
    }
    return value instanceof JsonObject currency ? numberOrNull(currency.get("amount")) : null;
  }

  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    BigDecimal number = numberOrNull(value);
    if (number != null) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : value.toString();
  }

  static String show(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    return value instanceof String text ? "\"" + text + "\"" : text(value);
  }
}
