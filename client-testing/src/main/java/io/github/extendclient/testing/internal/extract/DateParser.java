package io.github.extendclient.testing.internal.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people write them. Of 03/04/2026 the first number is the month, as in the United
 * States, unless it is above 12; of 03.04.2026 it is the day.
 */
final class DateParser {
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{2,4})");
  private static final Pattern DOTS =
      Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{2,4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?\\.?[\\s-]+(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4})");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private DateParser() {}

  static Optional<LocalDate> date(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      return date(number(iso, 1), number(iso, 2), number(iso, 3));
    }
    Matcher dots = DOTS.matcher(text);
    if (dots.find()) {
      return date(number(dots, 3), number(dots, 2), number(dots, 1));
    }
    Matcher slashes = SLASHES.matcher(text);
    if (slashes.find()) {
      int first = number(slashes, 1);
      int second = number(slashes, 2);
      boolean dayFirst = first > 12;
      return date(number(slashes, 3), dayFirst ? second : first, dayFirst ? first : second);
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    if (monthFirst.find()) {
      return date(number(monthFirst, 3), month(monthFirst.group(1)), number(monthFirst, 2));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.find()) {
      return date(number(dayFirst, 3), month(dayFirst.group(2)), number(dayFirst, 1));
    }
    return Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int month(String name) {
    int at = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    return at % 3 == 0 ? at / 3 + 1 : 0;
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
