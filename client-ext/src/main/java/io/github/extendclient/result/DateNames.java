package io.github.extendclient.result;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of months and weekdays in English and one more language, in any case. */
final class DateNames {
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private final Locale language;
  private final Map<String, Integer> months = new HashMap<>(Map.of("sept", 9));
  private final Set<String> weekdays = new HashSet<>();

  private DateNames(Locale language) {
    this.language = language;
    add(language);
    add(Locale.ENGLISH);
  }

  /**
   * Returns the names.
   *
   * @param locale the other language; null for English only
   */
  static DateNames of(@Nullable Locale locale) {
    return new DateNames(locale == null ? Locale.ENGLISH : locale);
  }

  private void add(Locale locale) {
    for (TextStyle style : STYLES) {
      for (Month month : Month.values()) {
        months.put(key(month.getDisplayName(style, locale), locale), month.getValue());
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        weekdays.add(key(day.getDisplayName(style, locale), locale));
      }
    }
  }

  /** Returns the number of a month from 1; null if the word is not the name of one. */
  @Nullable Integer month(String word) {
    Integer month = months.get(key(word, language));
    return month != null ? month : months.get(key(word, Locale.ENGLISH));
  }

  boolean isWeekday(String word) {
    return weekdays.contains(key(word, language)) || weekdays.contains(key(word, Locale.ENGLISH));
  }

  /** Abbreviations count without their full stop. */
  private static String key(String name, Locale locale) {
    return name.replace(".", "").toLowerCase(locale);
  }
}
