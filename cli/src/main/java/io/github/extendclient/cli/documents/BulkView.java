package io.github.extendclient.cli.documents;

import io.github.extendclient.bulk.BulkProgress;
import io.github.extendclient.cli.shell.Bars;
import io.github.extendclient.cli.shell.ProgressStyle;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows the progress of processing. Called by one thread at a time. */
final class BulkView implements AutoCloseable {
  /** Moves to the begin of the line and erases it. */
  static final String ERASE = "\r\u001b[K";

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final Shell shell;
  private final long total;
  private final @Nullable ProgressBar bar;
  private final boolean hasLines;
  private final boolean hasStatus;
  private Duration printedAt = Duration.ZERO;

  /**
   * Starts to show progress.
   *
   * @param areResultsShown whether results go to the same terminal: a bar would draw over them, so
   *     a line is shown that {@link ResultTarget} erases
   */
  BulkView(Shell shell, ProgressStyle style, long total, boolean areResultsShown) {
    ProgressStyle shown = style.on(shell);
    this.hasStatus = style == ProgressStyle.AUTO && areResultsShown;
    this.shell = shell;
    this.total = total;
    this.bar =
        shown == ProgressStyle.BAR && !hasStatus
            ? Bars.begin(shell.bar(), "Processing", total)
            : null;
    this.hasLines = shown == ProgressStyle.LINES && total > 1;
  }

  void show(BulkProgress progress) {
    if (hasStatus) {
      synchronized (shell) {
        String line = line(progress);
        int end = Math.min(line.length(), shell.terminal().columns() - 1);
        shell.err().print(ERASE + line.substring(0, end));
        shell.err().flush();
      }
    } else if (bar != null) {
      bar.stepTo(progress.total());
      bar.setExtraMessage(" " + counts(progress));
    } else if (hasLines) {
      Duration now = progress.elapsed();
      if (now.minus(printedAt).compareTo(INTERVAL) >= 0) {
        printedAt = now;
        shell.err().println(line(progress));
        shell.err().flush();
      }
    }
  }

  @Override
  public void close() {
    if (hasStatus) {
      shell.err().print(ERASE);
      shell.err().flush();
    }
    if (bar != null) {
      bar.close();
    }
  }

  /** The counts that are not zero; of processed ones always. */
  static String counts(BulkProgress progress) {
    List<String> counts = new ArrayList<>();
    counts.add(Wording.number(progress.processed()) + " processed");
    add(counts, progress.failedRuns(), "failed");
    add(counts, progress.notProcessed(), "not processed");
    add(counts, progress.skipped(), "skipped");
    counts.add(Wording.credits(progress.credits()) + " credits");
    return String.join(", ", counts);
  }

  private String line(BulkProgress progress) {
    String share =
        Wording.number(progress.total())
            + " of "
            + Wording.number(total)
            + " documents ("
            + progress.total() * 100 / total
            + " %)";
    String rate =
        progress.documentsPerMinute() > 0
            ? String.format(Locale.ROOT, ", %.0f/min", progress.documentsPerMinute())
            : "";
    Duration left = remaining(progress);
    return share
        + rate
        + (left == null ? "" : ", " + Wording.time(left) + " left")
        + ": "
        + counts(progress);
  }

  private @Nullable Duration remaining(BulkProgress progress) {
    return progress.documentsPerMinute() > 0
        ? Duration.ofMillis(
            Math.round((total - progress.total()) * 60_000.0 / progress.documentsPerMinute()))
        : null;
  }

  private static void add(List<String> counts, long number, String word) {
    if (number > 0) {
      counts.add(Wording.number(number) + " " + word);
    }
  }
}
