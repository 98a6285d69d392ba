package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.deletion.DeletionProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Plain lines, for logs: one at the first result, then one every ten seconds. */
final class LineProgress implements ProgressView {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  // Before that, the first connections count for too much.
  private static final int FIRST_RATE_SECONDS = 1;

  private final PrintWriter out;
  private final long total;
  private @Nullable Duration printedAt;

  /** With the number of all IDs; negative if it is not known. */
  LineProgress(PrintWriter out, long total) {
    this.out = out;
    this.total = total;
  }

  @Override
  public void show(DeletionProgress progress) {
    Duration now = progress.elapsed();
    if (printedAt == null || now.minus(printedAt).compareTo(INTERVAL) >= 0) {
      printedAt = now;
      out.println(line(progress));
      out.flush();
    }
  }

  private String line(DeletionProgress progress) {
    return share(progress) + rate(progress) + ": " + Counts.text(progress);
  }

  private String share(DeletionProgress progress) {
    String number = Wording.number(progress.total());
    return total < 0
        ? number + " IDs so far"
        : number
            + " of "
            + Wording.number(total)
            + " IDs ("
            + (total == 0 ? 100 : progress.total() * 100 / total)
            + " %)";
  }

  /** What was skipped took no time and says nothing of the rest. */
  private String rate(DeletionProgress progress) {
    double seconds = progress.elapsed().toMillis() / 1000.0;
    long sent = progress.total() - progress.skipped();
    if (seconds < FIRST_RATE_SECONDS || sent == 0) {
      return "";
    }
    double rate = sent / seconds;
    String text = String.format(Locale.ROOT, ", %.1f/s", rate);
    return total < 0
        ? text
        : text + ", " + Wording.time(left(total - progress.total(), rate)) + " left";
  }

  private static Duration left(long ids, double rate) {
    return Duration.ofMillis(Math.round(ids / rate * 1000));
  }
}
