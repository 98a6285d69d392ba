package io.github.extendclient.runtime;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/**
 * A time as it stood in JSON. The text is kept, so that it is written back unchanged, and parsed
 * when it is asked for: most times in a listing never are.
 */
public final class DateTime {
  private static final int SECONDS_LENGTH = "2026-02-09T12:30:45Z".length();

  private final String text;

  private DateTime(String text) {
    this.text = text;
  }

  /**
   * A time from JSON.
   *
   * @param text an RFC 3339 date and time, not checked until {@link #toOffsetDateTime()}
   * @return the time
   */
  public static DateTime ofText(String text) {
    return new DateTime(Objects.requireNonNull(text, "text"));
  }

  /**
   * A time to send.
   *
   * @param time the time, written with its offset
   * @return the time
   */
  public static DateTime of(OffsetDateTime time) {
    return new DateTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
  }

  /**
   * The time.
   *
   * @return the time with its offset
   * @throws java.time.format.DateTimeParseException if the text is no RFC 3339 date and time
   */
  public OffsetDateTime toOffsetDateTime() {
    OffsetDateTime time = parseUtc(text);
    return time != null ? time : OffsetDateTime.parse(text);
  }

  /**
   * The text on the wire.
   *
   * @return never null
   */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
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

  /** The API's own form, whole seconds or a fraction in UTC, several times faster than the JDK. */
  private static @org.jspecify.annotations.Nullable OffsetDateTime parseUtc(String s) {
    int length = s.length();
    if (length < SECONDS_LENGTH
        || s.charAt(length - 1) != 'Z'
        || s.charAt(4) != '-'
        || s.charAt(7) != '-'
        || s.charAt(10) != 'T'
        || s.charAt(13) != ':'
        || s.charAt(16) != ':') {
      return null;
    }
    int nanos = 0;
    if (length > SECONDS_LENGTH) {
      int digits = length - SECONDS_LENGTH - 1;
      if (s.charAt(19) != '.' || digits < 1 || digits > 9) {
        return null;
      }
      nanos = digits(s, 20, digits);
      for (int i = digits; i < 9; i++) {
        nanos *= 10;
      }
    }
    int year = digits(s, 0, 4);
    int month = digits(s, 5, 2);
    int day = digits(s, 8, 2);
    int hour = digits(s, 11, 2);
    int minute = digits(s, 14, 2);
    int second = digits(s, 17, 2);
    if ((year | month | day | hour | minute | second | nanos) < 0) {
      return null;
    }
    try {
      return OffsetDateTime.of(year, month, day, hour, minute, second, nanos, ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int digits(String s, int start, int count) {
    int number = 0;
    for (int i = start; i < start + count; i++) {
      int digit = s.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
