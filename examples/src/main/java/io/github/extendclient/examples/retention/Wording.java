package io.github.extendclient.examples.retention;

import io.github.extendclient.deletion.DeletionProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Wording {
  private Wording() {}

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 7.4 s}, {@code 1 min 19 s} or {@code 3 h 2 min}. */
  static String time(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    return time.toHours() == 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  /** The counts that are not zero; of deleted ones always. */
  static String counts(DeletionProgress progress) {
    List<String> counts = new ArrayList<>();
    counts.add(number(progress.deleted()) + " deleted");
    add(counts, progress.alreadyGone(), "already gone");
    add(counts, progress.skipped(), "skipped");
    add(counts, progress.refused(), "refused");
    add(counts, progress.failed(), "failed");
    return String.join(", ", counts);
  }

  private static void add(List<String> counts, long number, String word) {
    if (number > 0) {
      counts.add(number(number) + " " + word);
    }
  }
}
