package io.github.extendclient.cli.shell;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats numbers, times and paragraphs for people. */
public final class Wording {
  private Wording() {}

  /** {@return such as {@code 12,345}} */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@return such as {@code 12} or {@code 12.5}} */
  public static String credits(BigDecimal credits) {
    return credits.stripTrailingZeros().scale() <= 0
        ? number(credits.longValue())
        : String.format(Locale.ROOT, "%,.1f", credits);
  }

  /** {@return such as {@code 7.4 s}, {@code 1 min 19 s} or {@code 3 h 2 min}} */
  public static String time(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return time.toHours() == 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  /** {@return the text in lines of at most {@code width} characters} */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
