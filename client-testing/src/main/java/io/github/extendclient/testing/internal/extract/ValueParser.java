package io.github.extendclient.testing.internal.extract;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses values of the types of a schema from text as people write it. */
final class ValueParser {
  /** Longer texts are no numbers, and take the pattern too long. */
  private static final int LONGEST_NUMBER = 100;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(\\(?)\\s*(?:[A-Z]{3}(?:\\s+|(?=\\d))|[$\u20ac\u00a3\u00a5]\\s*)?([-+\u2212]?)"
              + "\\s*(?:[$\u20ac\u00a3\u00a5]\\s*)?"
              + "(\\d[\\d.,' \u00a0]*)\\)?"
              + "\\s*(?:%|[$\u20ac\u00a3\u00a5]|\\p{L}{1,10}\\.?)?\\s*\\)?");
  private static final Pattern CURRENCY_CODE = Pattern.compile("\\b([A-Z]{3})\\b");
  private static final Map<String, String> CURRENCY_SIGNS =
      Map.of("$", "USD", "\u20ac", "EUR", "\u00a3", "GBP", "\u00a5", "JPY");
  private static final Set<String> TRUE = Set.of("yes", "true", "y", "x", "\u2612", "\u2611");
  private static final Set<String> FALSE = Set.of("no", "false", "n", "\u2610");

  private ValueParser() {}

  static Optional<BigDecimal> number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(text.strip());
    if (!number.matches()) {
      return Optional.empty();
    }
    String digits = number.group(3).replaceAll("[' \u00a0]", "").replaceAll("[.,]+$", "");
    Optional<BigDecimal> value = decimal(digits);
    boolean negative = !number.group(1).isEmpty() || number.group(2).matches("[-\u2212]");
    return negative ? value.map(BigDecimal::negate) : value;
  }

  static Optional<Long> integer(String text) {
    return number(text)
        .filter(value -> value.stripTrailingZeros().scale() <= 0 && value.precision() <= 18)
        .map(BigDecimal::longValue);
  }

  static Optional<Boolean> bool(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return Optional.of(true);
    }
    return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** The currency that a text names by its sign or by three capital letters. */
  static Optional<String> currencyCode(String text) {
    Matcher code = CURRENCY_CODE.matcher(text);
    if (code.find()) {
      return Optional.of(code.group(1));
    }
    return CURRENCY_SIGNS.entrySet().stream()
        .filter(sign -> text.contains(sign.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The last point or comma is the decimal separator, unless it separates thousands. */
  private static Optional<BigDecimal> decimal(String digits) {
    int point = digits.lastIndexOf('.');
    int comma = digits.lastIndexOf(',');
    String plain;
    if (point >= 0 && comma >= 0) {
      plain = point > comma ? digits.replace(",", "") : digits.replace(".", "").replace(',', '.');
    } else if (comma >= 0) {
      plain =
          digits.matches("\\d{1,3}(,\\d{3})+") ? digits.replace(",", "") : digits.replace(',', '.');
    } else {
      plain = digits.matches("\\d{1,3}(\\.\\d{3}){2,}") ? digits.replace(".", "") : digits;
    }
    return plain.matches("\\d+(\\.\\d+)?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }
}
