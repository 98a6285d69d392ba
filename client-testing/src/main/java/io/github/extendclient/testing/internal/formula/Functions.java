package io.github.extendclient.testing.internal.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of formulas: those of the API's page on formulas, except the one that needs a
 * language model, and the usual functions of spreadsheets.
 */
final class Functions {
  private static final double DEFAULT_LIKENESS = 0.8;

  private static final BigDecimal MAX_DIGITS = BigDecimal.valueOf(100);

  /**
   * The longest texts that are compared character by character, which takes a step for each pair.
   */
  private static final int LONGEST_COMPARED = 10_000;

  /** The minimum and maximum number of arguments. */
  private record Arity(int least, int most) {}

  private static final Arity ANY = new Arity(1, Integer.MAX_VALUE);

  private static final Map<String, Arity> ARITIES =
      Map.ofEntries(
          Map.entry("ISPRESENT", new Arity(1, 1)),
          Map.entry("IF", new Arity(3, 3)),
          Map.entry("AND", ANY),
          Map.entry("OR", ANY),
          Map.entry("NOT", new Arity(1, 1)),
          Map.entry("CONTAINS", new Arity(2, 2)),
          Map.entry("FUZZYMATCH", new Arity(2, 3)),
          Map.entry("SUM", ANY),
          Map.entry("COUNT", ANY),
          Map.entry("AVERAGE", ANY),
          Map.entry("MIN", ANY),
          Map.entry("MAX", ANY),
          Map.entry("ABS", new Arity(1, 1)),
          Map.entry("ROUND", new Arity(1, 2)),
          Map.entry("LEN", new Arity(1, 1)),
          Map.entry("UPPER", new Arity(1, 1)),
          Map.entry("LOWER", new Arity(1, 1)),
          Map.entry("TRIM", new Arity(1, 1)),
          Map.entry("LLMJUDGE", new Arity(2, 3)));

  private Functions() {}

  /** Makes a call of a function; checks its name and the number of arguments. */
  static Formula.Expression call(String name, List<Formula.Expression> arguments)
      throws FormulaException {
    Arity arity = ARITIES.get(name);
    if (arity == null) {
      throw FormulaException.parse("There is no function " + name + ".");
    }
    if (arguments.size() < arity.least() || arguments.size() > arity.most()) {
      throw FormulaException.parse(
          "The function " + name + " does not take " + arguments.size() + " arguments.");
    }
    if (name.equals("IF")) {
      return variables ->
          Operators.truth(arguments.get(0).value(variables))
              ? arguments.get(1).value(variables)
              : arguments.get(2).value(variables);
    }
    return variables -> {
      List<@Nullable Object> values = new ArrayList<>();
      for (Formula.Expression argument : arguments) {
        values.add(argument.value(variables));
      }
      return apply(name, values);
    };
  }

  private static @Nullable Object apply(String name, List<@Nullable Object> values)
      throws FormulaException {
    Object first = values.get(0);
    return switch (name) {
      case "ISPRESENT" -> isPresent(first);
      case "NOT" -> !Operators.truth(first);
      case "AND" -> all(values, true);
      case "OR" -> !all(values, false);
      case "CONTAINS" -> contains(first, values.get(1));
      case "FUZZYMATCH" -> isLike(values);
      case "ABS" -> first == null ? null : Operators.number(first).abs();
      case "ROUND" -> first == null ? null : round(values);
      case "LEN" ->
          BigDecimal.valueOf(
              first instanceof List<?> list ? list.size() : Operators.text(first).length());
      case "UPPER" -> Operators.text(first).toUpperCase(Locale.ROOT);
      case "LOWER" -> Operators.text(first).toLowerCase(Locale.ROOT);
      case "TRIM" -> Operators.text(first).strip();
      case "LLMJUDGE" ->
          throw FormulaException.value(
              "LLMJUDGE needs a language model, which the embedded server does not have.");
      default -> aggregate(name, numbers(values));
    };
  }

  private static boolean isPresent(@Nullable Object value) {
    if (value instanceof Collection<?> many) {
      return !many.isEmpty();
    }
    if (value instanceof Map<?, ?> object) {
      return object.values().stream().anyMatch(member -> isPresent(member));
    }
    return value != null && !value.equals("");
  }

  /** True if no value differs from {@code wanted}. */
  private static boolean all(List<@Nullable Object> values, boolean wanted)
      throws FormulaException {
    for (Object value : flat(values)) {
      if (Operators.truth(value) != wanted) {
        return false;
      }
    }
    return true;
  }

  static boolean contains(@Nullable Object where, @Nullable Object what) {
    if (where instanceof List<?> list) {
      return list.stream().anyMatch(item -> Operators.isEqual(item, what));
    }
    return where != null && what != null && Operators.text(where).contains(Operators.text(what));
  }

  /** The share of characters that need no change. */
  private static boolean isLike(List<@Nullable Object> values) throws FormulaException {
    double wanted =
        values.size() == 3 ? Operators.number(values.get(2)).doubleValue() : DEFAULT_LIKENESS;
    String one = Operators.text(values.get(0)).toLowerCase(Locale.ROOT);
    String other = Operators.text(values.get(1)).toLowerCase(Locale.ROOT);
    int longest = Math.max(one.length(), other.length());
    if (longest > LONGEST_COMPARED) {
      throw FormulaException.value(
          "FUZZYMATCH takes texts of up to "
              + LONGEST_COMPARED
              + " characters, but one has "
              + longest
              + ".");
    }
    return longest == 0 || 1 - (double) distance(one, other) / longest >= wanted;
  }

  /** The Levenshtein distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  private static BigDecimal round(List<@Nullable Object> values) throws FormulaException {
    BigDecimal wanted = values.size() == 2 ? Operators.number(values.get(1)) : BigDecimal.ZERO;
    if (wanted.abs().compareTo(MAX_DIGITS) > 0) {
      throw FormulaException.value(
          "ROUND takes -" + MAX_DIGITS + " to " + MAX_DIGITS + " digits, but not " + wanted + ".");
    }
    int digits = wanted.intValue();
    return Operators.number(values.get(0)).setScale(digits, RoundingMode.HALF_UP);
  }

  private static @Nullable Object aggregate(String name, List<BigDecimal> numbers) {
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal count = BigDecimal.valueOf(numbers.size());
    return switch (name) {
      case "SUM" -> sum;
      case "COUNT" -> count;
      case "AVERAGE" -> numbers.isEmpty() ? null : sum.divide(count, MathContext.DECIMAL64);
      case "MIN" -> numbers.stream().min(BigDecimal::compareTo).orElse(null);
      default -> numbers.stream().max(BigDecimal::compareTo).orElse(null);
    };
  }

  /** Missing values are ignored, as in spreadsheets. */
  private static List<BigDecimal> numbers(List<@Nullable Object> values) throws FormulaException {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Object value : flat(values)) {
      if (value != null) {
        numbers.add(Operators.number(value));
      }
    }
    return numbers;
  }

  private static List<@Nullable Object> flat(List<@Nullable Object> values) {
    List<@Nullable Object> flat = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof List<?> list) {
        flat.addAll(list);
      } else {
        flat.add(value);
      }
    }
    return flat;
  }
}
