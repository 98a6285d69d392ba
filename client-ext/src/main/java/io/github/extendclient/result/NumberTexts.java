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
  private static final Pattern DIGITS = Pattern.compile("[\\d.,']*\\d");
  private static final Pattern LAST_SEPARATOR = Pattern.compile(".*([.,])(\\d+)");

  /** A space or an apostrophe between digits. A line break separates two numbers. */
  private static final Pattern GAP =
      Pattern.compile("(?<=\\d)[ \\u00a0\\u2007\\u2009\\u202f'’](?=\\d)");

  private static final Pattern MARKS = Pattern.compile("[\\u200e\\u200f\\u061c]");
  private static final String NO_GAP = "\n";

  /** The maximum length of a number with its currency; a longer text is none. */
  private static final int MAX_LENGTH = 100;

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
    String number = unsigned(plain(text)).replace("'", "");
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
    int point = number.indexOf(decimal);
    String whole = point < 0 ? number : number.substring(0, point);
    String fraction = point < 0 ? "" : number.substring(point);
    String digits = whole.isEmpty() ? "0" : ungrouped(whole);
    if (digits == null || !fraction.chars().skip(1).allMatch(Character::isDigit)) {
      return null;
    }
    BigDecimal value = new BigDecimal(digits + fraction.replace(decimal, '.'));
    return plain.equals(number) || plain.startsWith("+") ? value : value.negate();
  }

  /**
   * Returns digits without separators between groups; null if the groups are wrong. All groups have
   * three digits; with points or commas, the middle ones may have two, as in India.
   */
  private @Nullable String ungrouped(String whole) {
    String separator = whole.indexOf('\'') >= 0 ? "'" : decimal == '.' ? "," : ".";
    int least = separator.equals("'") ? 3 : 2;
    List<String> groups = List.of(whole.split(Pattern.quote(separator), -1));
    int last = groups.size() - 1;
    for (int i = 0; i <= last && last > 0; i++) {
      int length = groups.get(i).length();
      if (length > 3 || length < (i == 0 ? 1 : i == last ? 3 : least)) {
        return null;
      }
    }
    String digits = String.join("", groups);
    return digits.chars().allMatch(Character::isDigit) ? digits : null;
  }

  /**
   * Returns the number without surrounding symbols, with ASCII digits and signs and with an
   * apostrophe for a space between digits; an empty text for one that is too long.
   */
  private static String plain(String text) {
    if (text.length() > MAX_LENGTH) {
      return "";
    }
    String number = Currencies.replace(MARKS.matcher(text).replaceAll(""), NO_GAP);
    StringBuilder plain = new StringBuilder();
    for (char sign : number.toCharArray()) {
      int digit = Character.digit(sign, 10);
      plain.append(
          switch (sign) {
            case '−', '–' -> "-";
            case '٫' -> ".";
            case '٬' -> ",";
            case '%', '٪' -> NO_GAP;
            default -> digit >= 0 ? Integer.toString(digit) : Character.toString(sign);
          });
    }
    return GAP.matcher(plain.toString().strip()).replaceAll("'");
  }

  private static String unsigned(String plain) {
    boolean isWrapped = plain.startsWith("(") && plain.endsWith(")");
    if (isWrapped && plain.length() > 2) {
      return plain.substring(1, plain.length() - 1).strip();
    }
    if (plain.startsWith("-") || plain.startsWith("+")) {
      return plain.substring(1).strip();
    }
    return plain.endsWith("-") ? plain.substring(0, plain.length() - 1).strip() : plain;
  }
}
