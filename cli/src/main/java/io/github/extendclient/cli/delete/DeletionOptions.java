package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.OptionRange;
import io.github.extendclient.cli.shell.ProgressStyle;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.deletion.Deletions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to delete. */
final class DeletionOptions {
  // As many connections as a client keeps.
  private static final int MOST_REQUESTS = 64;

  @Option(
      names = "--dry-run",
      description =
          "Show which operation deletes each ID, and which IDs cannot be deleted; delete nothing. With"
              + " FILE, nothing is sent and no key is needed.")
  private boolean dryRun;

  @Option(
      names = "--list",
      description = "Print the IDs of the listing, one on each line; delete nothing.")
  private boolean list;

  @Option(
      names = "--details",
      description =
          "With --list: print ID, time of creation, status and file names, separated by tabs.")
  private boolean details;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "Record the result of each ID in this file, and skip the IDs that it has as done. It is"
              + " created if it does not exist.")
  private @Nullable Path journal;

  @Option(
      names = "--yes",
      description = "Do not ask before deleting from a listing; for unattended jobs.")
  private boolean confirmed;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "8",
      description = "Requests under way at once, 1 to 64 (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Send at most this many requests per second, such as 5 or 0.5, and leave the rest of the"
              + " organization's limit to other programs.")
  private @Nullable Double rate;

  @Option(
      names = "--max-failures",
      paramLabel = "N",
      defaultValue = "100",
      description = "End after this many failures in a row (default: ${DEFAULT-VALUE}).")
  private int maxFailures;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the result to this file, as JSON.")
  private @Nullable Path report;

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      defaultValue = "auto",
      description = ProgressStyle.HELP)
  private ProgressStyle progress = ProgressStyle.AUTO;

  boolean isDryRun() {
    return dryRun;
  }

  boolean isList() {
    return list;
  }

  boolean hasDetails() {
    return details;
  }

  @Nullable Path journal() {
    return journal;
  }

  @Nullable Path report() {
    return report;
  }

  boolean isConfirmed() {
    return confirmed;
  }

  /** Checks the options before anything is sent: a listing can take minutes. */
  void check() {
    OptionRange.between("--concurrency", concurrency, 1, MOST_REQUESTS);
    OptionRange.atLeast("--max-failures", maxFailures, 1);
    if (rate != null) {
      OptionRange.positive("--rate", rate);
    }
    if (details && !list) {
      throw CommandFailure.usage("--details is for --list: add it, or leave --details out.");
    }
    if (list && dryRun) {
      throw CommandFailure.usage("--list and --dry-run exclude each other: leave out one.");
    }
  }

  /** Applies the options. */
  Deletions applyTo(Deletions defaults) {
    Deletions deletions = defaults.concurrency(concurrency).maxConsecutiveFailures(maxFailures);
    if (rate != null) {
      deletions = deletions.rateLimit(rate);
    }
    if (journal != null) {
      deletions = deletions.journal(journal);
    }
    return dryRun ? deletions.dryRun() : deletions;
  }

  /**
   * Returns the view of the progress; {@code total} is negative if the number of IDs is unknown.
   */
  ProgressView view(Shell shell, long total) {
    return switch (progress.on(shell)) {
      case BAR -> new BarProgress(shell.bar(), total);
      case LINES -> new LineProgress(shell.err(), total);
      default -> ProgressView.NONE;
    };
  }
}
