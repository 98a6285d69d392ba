package io.github.extendclient.result;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses dates as documents write them. An ambiguous date is not parsed. */
final class DateTexts {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})");

  /** Two-digit years from this one on are of the last century, as in POSIX. */
  private static final int PIVOT = 69;

  private static final Pattern DAY = Pattern.compile("\\d{1,2}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** The maximum length of a date; a longer text is none. */
  private static final int MAX_LENGTH = 100;

  private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(st|nd|rd|th|er)\\b");

  /** Words between day, month and year. */
  private static final Set<String> BETWEEN = Set.of("of", "de", "del");

  private final @Nullable Boolean isDayFirst;
  private final DateNames names;

  private DateTexts(@Nullable Boolean isDayFirst, DateNames names) {
    this.isDayFirst = isDayFirst;
    this.names = names;
  }

  /**
   * Creates a parser.
   *
   * @param texts sample texts, which show whether the day or the month comes first
   * @param locale decides that order instead, and adds its names of months; or null
   */
  static DateTexts of(List<String> texts, @Nullable Locale locale) {
    return new DateTexts(
        locale == null ? evidence(texts) : Boolean.valueOf(isDayFirst(locale)),
        DateNames.of(locale));
  }

  private static boolean isDayFirst(Locale locale) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    return pattern.indexOf('d') < pattern.indexOf('M');
  }

  private static @Nullable Boolean evidence(List<String> texts) {
    Boolean found = null;
    for (String text : texts) {
      Matcher matcher = YEAR_LAST.matcher(text.strip());
      if (matcher.matches()) {
        boolean isDayFirst = Integer.parseInt(matcher.group(1)) > 12;
        boolean isMonthFirst = Integer.parseInt(matcher.group(3)) > 12;
        if (isDayFirst != isMonthFirst) {
          if (found != null && found != isDayFirst) {
            return null;
          }
          found = isDayFirst;
        }
      }
    }
    return found;
  }

  /** Parses a text; returns null if it is not a date. */
  @Nullable LocalDate read(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return numbered(yearLast);
    }
    return inWords(text);
  }

  private @Nullable LocalDate numbered(Matcher matcher) {
    String first = matcher.group(1);
    String second = matcher.group(3);
    String year = matcher.group(4);
    boolean isPoint = matcher.group(2).equals(".");
    if (isPoint || Boolean.TRUE.equals(isDayFirst) || Integer.parseInt(first) > 12) {
      return day(year, second, first);
    }
    boolean isMonthFirst =
        Boolean.FALSE.equals(isDayFirst) || Integer.parseInt(second) > 12 || first.equals(second);
    return isMonthFirst ? day(year, first, second) : null;
  }

  private static @Nullable LocalDate day(String year, String month, String day) {
    try {
      int number = Integer.parseInt(year);
      return LocalDate.of(
          year.length() > 2 ? number : number + (number < PIVOT ? 2000 : 1900),
          Integer.parseInt(month),
          Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Parses a date with the name of its month. */
  private @Nullable LocalDate inWords(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (String word : ORDINAL.matcher(text).replaceAll("").split("[\\s,.-]+")) {
      if (!word.isEmpty() && !BETWEEN.contains(word)) {
        words.add(word);
      }
    }
    if (words.size() == 4 && names.isWeekday(words.get(0))) {
      words.remove(0);
    }
    if (words.size() != 3 || !YEAR.matcher(words.get(2)).matches()) {
      return null;
    }
    int dayIndex = DAY.matcher(words.get(0)).matches() ? 0 : 1;
    Integer month = names.month(words.get(1 - dayIndex));
    return month == null || !DAY.matcher(words.get(dayIndex)).matches()
        ? null
        : day(words.get(2), month.toString(), words.get(dayIndex));
  }
}
