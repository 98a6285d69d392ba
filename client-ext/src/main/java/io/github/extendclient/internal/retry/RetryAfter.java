package io.github.extendclient.internal.retry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds, fractions of seconds, or an HTTP date. */
public final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,18}(\\.\\d{1,9})?");
  private static final Pattern TOO_MANY_DIGITS = Pattern.compile("\\d{19,}(\\.\\d+)?");
  // Far above any limit, and small enough to calculate with.
  private static final Duration LONGEST = Duration.ofSeconds(999_999_999_999_999_999L);

  private RetryAfter() {}

  /**
   * Returns the wait that a server demands.
   *
   * @param values the values of the header, any number
   * @param date the {@code Date} header of the same response, from which a date is counted because
   *     the clocks may differ; null if there is none
   * @param now the local time, used without {@code Date}
   * @return the longest readable value; null if there is none
   */
  public static @Nullable Duration read(List<String> values, @Nullable String date, Instant now) {
    Instant sent = date == null ? null : instant(date.strip());
    return read(values, sent == null ? now : sent);
  }

  private static @Nullable Duration read(List<String> values, Instant now) {
    Duration longest = null;
    for (String value : values) {
      Duration wait = read(value.strip(), now);
      if (wait != null && (longest == null || wait.compareTo(longest) > 0)) {
        longest = wait;
      }
    }
    return longest;
  }

  private static @Nullable Duration read(String value, Instant now) {
    if (SECONDS.matcher(value).matches()) {
      BigDecimal seconds = new BigDecimal(value);
      long whole = seconds.longValue();
      long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
      return Duration.ofSeconds(whole, nanos);
    }
    if (TOO_MANY_DIGITS.matcher(value).matches()) {
      return LONGEST;
    }
    Instant until = instant(value);
    if (until == null) {
      return null;
    }
    return until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
