package io.github.extendclient.cli.documents;

import io.github.extendclient.bulk.BulkEnding;
import io.github.extendclient.bulk.BulkIssue;
import io.github.extendclient.bulk.BulkReport;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Wording;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints the summary of a command on documents to standard error. */
final class ProcessingReport {
  private static final int SHOWN = 10;

  private final Shell shell;
  private final long documents;
  private final boolean isSingle;
  private final @Nullable Path journal;

  ProcessingReport(Shell shell, Inputs inputs, @Nullable Path journal) {
    this.shell = shell;
    this.documents = inputs.all().size();
    this.isSingle = inputs.isSingle();
    this.journal = journal;
  }

  /** Prints it; returns the exit code. */
  int print(BulkReport report, List<String> failedRuns) {
    PrintWriter err = shell.err();
    failedRuns.stream().sorted().limit(SHOWN).forEach(err::println);
    if (report.ending() != BulkEnding.KEY_REFUSED) {
      print("Not processed", report.issues(), report.notProcessed());
    }
    print("To be looked at", report.warnings(), report.warnings().size());
    if (!isSingle) {
      err.println(
          BulkView.counts(report.counts())
              + ", in "
              + Wording.time(report.counts().elapsed())
              + ".");
    }
    String why =
        switch (report.ending()) {
          case COMPLETED ->
              report.notProcessed() == 0 || isSingle ? "" : "Some documents have no result.";
          case STOPPED -> "Stopped before the end" + left(report) + ".";
          case KEY_REFUSED ->
              "Ended early: the API refuses the key. Check it, the workspace and the region.";
          case OUT_OF_CREDITS -> "Ended early: the workspace has no credits left.";
          case CREDIT_LIMIT -> "Ended early: --max-credits is reached.";
          case TOO_MANY_FAILURES -> "Ended early: too many failures in a row.";
        };
    if (!why.isEmpty()) {
      err.println(isSingle ? why : why + " " + howToGoOn(journal));
    }
    err.flush();
    return switch (report.ending()) {
      case COMPLETED -> report.isSuccessful() ? ExitCode.DONE : ExitCode.SOME_FAILED;
      case STOPPED -> ExitCode.INTERRUPTED;
      case KEY_REFUSED, OUT_OF_CREDITS, CREDIT_LIMIT, TOO_MANY_FAILURES -> ExitCode.ENDED_EARLY;
    };
  }

  /** Returns how to continue. */
  static String howToGoOn(@Nullable Path journal) {
    return journal == null
        ? "The same command starts from the beginning. With --journal FILE it would continue where it"
            + " ended, and bill nothing twice."
        : "To continue, run the same command again: the journal " + journal + " has what is done.";
  }

  private void print(String title, List<BulkIssue> issues, long count) {
    if (count == 0) {
      return;
    }
    if (isSingle) {
      issues.forEach(issue -> shell.err().println(line(issue)));
      return;
    }
    int shown = Math.min(issues.size(), SHOWN);
    shell
        .err()
        .println(
            title
                + (count > shown ? ", first " + shown + " of " + Wording.number(count) : "")
                + ":");
    issues.stream().limit(shown).forEach(issue -> shell.err().println("  " + line(issue)));
  }

  private String left(BulkReport report) {
    long left = documents - report.counts().total();
    return left == 0
        ? ""
        : ": "
            + Wording.number(left)
            + (left == 1 ? " document has" : " documents have")
            + " no result";
  }

  private static String line(BulkIssue issue) {
    return issue.key().replaceAll("#.*", "") + ": " + issue.reason();
  }
}
