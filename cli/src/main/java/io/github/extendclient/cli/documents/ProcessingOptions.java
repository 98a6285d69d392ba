package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.OptionRange;
import io.github.extendclient.cli.shell.ProgressStyle;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that process documents. */
final class ProcessingOptions {
  // As many as bulk processing takes.
  private static final int MOST_DOCUMENTS = 10_000;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description =
          "A folder with a file for each document, one file for one document, a file of JSON lines"
              + " (.jsonl), or - for standard output, which is the default.")
  @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "markdown, json, table or csv. Without it, text or a table on a terminal, json elsewhere.")
  @Nullable Format format;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration, as JSON or YAML; - for standard input, or JSON itself.")
  @Nullable String config;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "In folders, only files whose names match, such as '*.pdf'.")
  @Nullable String include;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "Record each step in this file. After any interruption the same command goes on, and no"
              + " document is billed twice.")
  @Nullable Path journal;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "16",
      description = "Documents under way at once (default: ${DEFAULT-VALUE}).")
  int concurrency;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Create at most this many runs per second, such as 5 or 0.5.")
  @Nullable Double rate;

  @Option(
      names = "--max-credits",
      paramLabel = "N",
      description = "Create no more runs once this many credits are used.")
  @Nullable Double maxCredits;

  @Option(
      names = "--delete-after",
      description = "Delete run and file at the server when the result is written.")
  boolean deleteAfter;

  @Option(
      names = "--no-wait",
      description =
          "Create the runs and print their IDs, without waiting; extend runs watch waits for them.")
  boolean noWait;

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      defaultValue = "auto",
      description = ProgressStyle.HELP)
  ProgressStyle progress = ProgressStyle.AUTO;

  /** Checks the options before anything is read or sent. */
  void check() {
    OptionRange.between("--concurrency", concurrency, 1, MOST_DOCUMENTS);
    if (rate != null) {
      OptionRange.positive("--rate", rate);
    }
    if (maxCredits != null) {
      OptionRange.positive("--max-credits", maxCredits);
    }
    if (noWait) {
      for (Given given :
          List.of(
              new Given("--journal", journal != null),
              new Given("--out", out != null),
              new Given("--format", format != null),
              new Given("--max-credits", maxCredits != null),
              new Given("--delete-after", deleteAfter))) {
        if (given.isGiven()) {
          throw CommandFailure.usage(
              given.name() + " needs the results, which --no-wait does not wait for.");
        }
      }
    }
  }

  private record Given(String name, boolean isGiven) {}
}
