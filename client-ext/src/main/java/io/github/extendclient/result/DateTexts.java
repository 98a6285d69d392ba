package io.github.extendclient.result;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses dates as documents write them. An ambiguous date is not parsed. */
final class DateTexts {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})");

  /** The century of two-digit years. */
  private static final int CENTURY = 2000;

  private final @Nullable Boolean isDayFirst;
  private final List<DateTimeFormatter> named;

  private DateTexts(@Nullable Boolean isDayFirst, List<DateTimeFormatter> named) {
    this.isDayFirst = isDayFirst;
    this.named = named;
  }

  /**
   * Creates a parser.
   *
   * @param texts sample texts, which show whether the day or the month comes first
   * @param locale decides that order instead, and adds its names of months; or null
   */
  static DateTexts of(List<String> texts, @Nullable Locale locale) {
    List<DateTimeFormatter> named =
        Stream.of("d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy")
            .flatMap(
                pattern ->
                    Stream.of(Locale.ENGLISH, locale == null ? Locale.ENGLISH : locale)
                        .distinct()
                        .map(language -> formatter(pattern, language)))
            .toList();
    return new DateTexts(
        locale == null ? evidence(texts) : Boolean.valueOf(isDayFirst(locale)), named);
  }

  private static DateTimeFormatter formatter(String pattern, Locale language) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(language);
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
          year.length() == 2 ? CENTURY + number : number,
          Integer.parseInt(month),
          Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable LocalDate inWords(String text) {
    String words = text.replaceAll("(?<=\\d)(st|nd|rd|th)\\b|[,.]", "").replaceAll("[\\s-]+", " ");
    for (DateTimeFormatter formatter : named) {
      try {
        return LocalDate.parse(words.strip(), formatter);
      } catch (DateTimeParseException e) {
        // Try the next format.
      }
    }
    return null;
  }
}
