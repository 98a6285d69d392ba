package io.github.extendclient.result;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses numbers as documents write them: with a currency, a percent sign, grouped digits, and a
 * leading or trailing minus or parentheses for a negative number.
 */
final class NumberTexts {
  private static final Pattern AROUND =
      Pattern.compile(
          "\\p{Sc}|(?<!\\p{L})[A-Z]{3}(?!\\p{L})|%|[\\s\\u00a0\\u202f'’\\u200e\\u200f]");
  private static final Pattern DIGITS = Pattern.compile("\\d+([.,]\\d+)*");
  private static final Pattern LAST_SEPARATOR = Pattern.compile(".*([.,])(\\d+)");

  private final char decimal;

  private NumberTexts(char decimal) {
    this.decimal = decimal;
  }

  /**
   * Creates a parser.
   *
   * @param texts sample texts, which show the decimal separator
   * @param locale decides the separator instead, or null
   */
  static NumberTexts of(List<String> texts, @Nullable Locale locale) {
    if (locale != null) {
      char sign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
      return new NumberTexts(sign == ',' ? ',' : '.');
    }
    int votes = texts.stream().mapToInt(NumberTexts::vote).sum();
    return new NumberTexts(votes < 0 ? ',' : '.');
  }

  /**
   * Returns 1 if the decimal separator of a text is the point, -1 if it is the comma, 0 if
   * undecided.
   */
  private static int vote(String text) {
    String number = unsigned(plain(text));
    Matcher last = LAST_SEPARATOR.matcher(number);
    if (!DIGITS.matcher(number).matches() || !last.matches()) {
      return 0;
    }
    char separator = last.group(1).charAt(0);
    boolean both = number.indexOf('.') >= 0 && number.indexOf(',') >= 0;
    boolean once = number.indexOf(separator) == number.lastIndexOf(separator);
    boolean isDecimal = both ? once : once && last.group(2).length() != 3;
    boolean isGroup = !once;
    if (!isDecimal && !isGroup) {
      return 0;
    }
    return (separator == '.') == isDecimal ? 1 : -1;
  }

  /** Parses a text; returns null if it is not a number. */
  @Nullable BigDecimal read(String text) {
    String plain = plain(text);
    String number = unsigned(plain);
    if (!DIGITS.matcher(number).matches()) {
      return null;
    }
    String group = decimal == '.' ? "," : ".";
    int point = number.indexOf(decimal);
    String whole = point < 0 ? number : number.substring(0, point);
    String fraction = point < 0 ? "" : number.substring(point + 1);
    if (!whole.matches("\\d+|\\d{1,3}(" + Pattern.quote(group) + "\\d{2,3})+")
        || !fraction.matches("\\d*")) {
      return null;
    }
    String digits = whole.replace(group, "") + (fraction.isEmpty() ? "" : "." + fraction);
    BigDecimal value = new BigDecimal(digits);
    return plain.equals(number) || plain.equals("+" + number) ? value : value.negate();
  }

  /** Returns the number without surrounding symbols, with ASCII digits and signs. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char sign : AROUND.matcher(text).replaceAll("").toCharArray()) {
      int digit = Character.digit(sign, 10);
      plain.append(
          switch (sign) {
            case '−', '–' -> '-';
            case '٫' -> '.';
            case '٬' -> ',';
            default -> digit >= 0 ? (char) ('0' + digit) : sign;
          });
    }
    return plain.toString();
  }

  private static String unsigned(String plain) {
    boolean isWrapped = plain.startsWith("(") && plain.endsWith(")");
    if (isWrapped && plain.length() > 2) {
      return plain.substring(1, plain.length() - 1);
    }
    if (plain.startsWith("-") || plain.startsWith("+")) {
      return plain.substring(1);
    }
    return plain.endsWith("-") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
