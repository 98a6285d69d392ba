package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.deletion.DeletionProgress;
import java.util.ArrayList;
import java.util.List;

/** Formats the counts of a deletion for people. */
final class Counts {
  private Counts() {}

  /** The counts that are not zero; of deleted ones always. */
  static String text(DeletionProgress progress) {
    List<String> counts = new ArrayList<>();
    counts.add(Wording.number(progress.deleted()) + " deleted");
    add(counts, progress.alreadyGone(), "already gone");
    add(counts, progress.skipped(), "skipped");
    add(counts, progress.refused(), "refused");
    add(counts, progress.failed(), "failed");
    return String.join(", ", counts);
  }

  private static void add(List<String> counts, long number, String word) {
    if (number > 0) {
      counts.add(Wording.number(number) + " " + word);
    }
  }
}
