package io.github.extendclient.runtime;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time in JSON. Keeps the text, so it is written back unchanged, and parses it on demand, because
 * most times of a listing are never read.
 */
public final class DateTime {
  private static final int NANO_DIGITS = 9;
  private static final int NO_OFFSET = Integer.MIN_VALUE;
  private static final int SECONDS_LENGTH = "2026-02-09T12:30:45Z".length();

  private final String text;

  private DateTime(String text) {
    this.text = text;
  }

  /**
   * Returns a time from JSON.
   *
   * @param text an RFC 3339 date and time, checked only by {@link #toOffsetDateTime()}
   * @return the time
   */
  public static DateTime ofText(String text) {
    return new DateTime(Objects.requireNonNull(text, "text"));
  }

  /**
   * Returns a time to send.
   *
   * @param time the time, written with its offset
   * @return the time
   */
  public static DateTime of(OffsetDateTime time) {
    return new DateTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
  }

  /**
   * Parses the text.
   *
   * @return the time with its offset, or in UTC if the offset is beyond 18 hours, the most that
   *     {@code java.time} holds; for a leap second the second before, as in {@code java.time}; with
   *     at most nine fractional digits
   * @throws java.time.format.DateTimeParseException if the text is not an RFC 3339 date and time
   */
  public OffsetDateTime toOffsetDateTime() {
    OffsetDateTime time = parse(text);
    return time != null ? time : OffsetDateTime.parse(text);
  }

  /**
   * Returns the text in JSON.
   *
   * @return never null
   */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DateTime that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * Parses all forms of RFC 3339, several times faster than the JDK, which accepts neither spaces
   * nor lower case nor long fractions. Returns null for other text.
   */
  private static @Nullable OffsetDateTime parse(String s) {
    int length = s.length();
    if (length < SECONDS_LENGTH || !hasSeparators(s)) {
      return null;
    }
    int nanos = 0;
    int end = SECONDS_LENGTH - 1;
    if (s.charAt(end) == '.') {
      int start = ++end;
      while (end < length && isDigit(s.charAt(end))) {
        end++;
      }
      int digits = Math.min(end - start, NANO_DIGITS);
      nanos = digits == 0 ? -1 : digits(s, start, digits);
      for (int i = digits; i < NANO_DIGITS; i++) {
        nanos *= 10;
      }
    }
    int offset = offset(s, end);
    int year = digits(s, 0, 4);
    int month = digits(s, 5, 2);
    int day = digits(s, 8, 2);
    int hour = digits(s, 11, 2);
    int minute = digits(s, 14, 2);
    int second = digits(s, 17, 2);
    if (offset == NO_OFFSET || (year | month | day | hour | minute | second | nanos) < 0) {
      return null;
    }
    try {
      boolean isLeap = second == 60;
      LocalDateTime local =
          LocalDateTime.of(
              year, month, day, hour, minute, isLeap ? 59 : second, isLeap ? 0 : nanos);
      OffsetDateTime time = atOffset(local, offset);
      return isLeap && !isBeforeMidnight(time) ? null : time;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean hasSeparators(String s) {
    return s.charAt(4) == '-'
        && s.charAt(7) == '-'
        && "Tt ".indexOf(s.charAt(10)) >= 0
        && s.charAt(13) == ':'
        && s.charAt(16) == ':';
  }

  /** Returns the time with its offset; in UTC if Java has no such offset. */
  private static OffsetDateTime atOffset(LocalDateTime local, int seconds) {
    return Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds()
        ? local.atOffset(ZoneOffset.ofTotalSeconds(seconds))
        : local.minusSeconds(seconds).atOffset(ZoneOffset.UTC);
  }

  /** Returns whether a time is the last second of a day in UTC, as leap seconds are. */
  private static boolean isBeforeMidnight(OffsetDateTime time) {
    OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
    return utc.getHour() == 23 && utc.getMinute() == 59;
  }

  /** Returns the offset in seconds, below 24 hours; {@link #NO_OFFSET} for other text. */
  private static int offset(String s, int start) {
    int length = s.length() - start;
    if (length == 1 && (s.charAt(start) | 0x20) == 'z') {
      return 0;
    }
    if (length != "+00:00".length() || s.charAt(start + 3) != ':') {
      return NO_OFFSET;
    }
    int hours = digits(s, start + 1, 2);
    int minutes = digits(s, start + 4, 2);
    char sign = s.charAt(start);
    if ((sign != '+' && sign != '-') || (hours | minutes) < 0 || hours > 23 || minutes > 59) {
      return NO_OFFSET;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return sign == '+' ? seconds : -seconds;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int digits(String s, int start, int count) {
    int number = 0;
    for (int i = start; i < start + count; i++) {
      if (!isDigit(s.charAt(i))) {
        return -1;
      }
      number = number * 10 + s.charAt(i) - '0';
    }
    return number;
  }
}
