package io.github.extendclient.examples.retention;

import io.github.extendclient.deletion.DeletionReport;
import io.github.extendclient.deletion.DeletionSweep;
import io.github.extendclient.deletion.Deletions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "retention delete FILE [options]",
      "       retention delete - [options]            (IDs from standard input)",
      "       retention delete --kind=KIND[,KIND...] [options]"
    },
    name = "delete",
    description = {
      "Deletes for good, each ID with the operation that its prefix asks for. What the server does"
          + " not know counts as already gone. Ctrl-C ends it in good order; the same command with"
          + " the same journal goes on."
    },
    footer = {
      "",
      "Examples:",
      "  retention delete old.txt --journal old.journal --rate 5",
      "  retention delete --kind parse-runs,files --older-than 90d",
      "  print-ids | retention delete - --journal ids.journal --report report.json"
    })
final class DeleteCommand implements Callable<Integer> {
  private static final Set<String> YES = Set.of("y", "yes");

  private final Shell shell;

  @Mixin private IdInput input = new IdInput();

  @ArgGroup(validate = false, heading = "%nHow to delete:%n")
  private DeletionOptions options = new DeletionOptions();

  DeleteCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    options.check();
    ReportFile file = ReportFile.open(options.report());
    try (Connection connection = input.connect(shell, true)) {
      return input.isListing() ? deleteFound(connection, file) : deleteGiven(connection, file);
    }
  }

  private int deleteGiven(Connection connection, ReportFile file) {
    try (Source source = input.open(shell)) {
      return delete(connection, source, file);
    }
  }

  private int deleteFound(Connection connection, ReportFile file) {
    try (FoundIds found = FoundIds.list(connection.extend(), input.filter(), shell)) {
      confirm(found);
      try (Source source = found.open()) {
        return delete(connection, source, file);
      }
    }
  }

  private void confirm(FoundIds found) {
    PrintWriter err = shell.err();
    err.println("Found " + found.text() + ".");
    if (found.total() > 0 && !options.isConfirmed()) {
      err.print("Delete all " + Wording.number(found.total()) + " for good? [y/N] ");
      err.flush();
      String answer = answer();
      if (answer == null || !YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
        throw new CommandFailure(
            ExitCode.NOT_CONFIRMED,
            (answer == null ? "\n" : "")
                + "Nothing was deleted, as that was not answered with y. Jobs that nobody watches"
                + " say --yes.");
      }
    }
    err.flush();
  }

  private @Nullable String answer() {
    try {
      return new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int delete(Connection connection, Source source, ReportFile file) {
    Deletions deletions = options.applyTo(connection.extend().deletions());
    ProgressView view = options.view(shell, source.total());
    try (DeletionSweep sweep = deletions.onProgress(view::show).start(source.ids())) {
      return GracefulStop.during(sweep, shell.err(), () -> finish(sweep, view, file));
    }
  }

  private int finish(DeletionSweep sweep, ProgressView view, ReportFile file) {
    DeletionReport report = report(sweep, view);
    int exitCode = exitCode(report);
    Summary.print(report, shell.out());
    printNextStep(report);
    file.write("delete", report, options.journal(), exitCode);
    return exitCode;
  }

  private static DeletionReport report(DeletionSweep sweep, ProgressView view) {
    try (view) {
      return Sweeps.run(() -> sweep.report().join());
    }
  }

  private static int exitCode(DeletionReport report) {
    return switch (report.ending()) {
      case COMPLETED -> report.isClean() ? ExitCode.DONE : ExitCode.SOME_FAILED;
      case STOPPED -> ExitCode.INTERRUPTED;
      case KEY_REFUSED, TOO_MANY_FAILURES -> ExitCode.ENDED_EARLY;
    };
  }

  private void printNextStep(DeletionReport report) {
    String why =
        switch (report.ending()) {
          case COMPLETED -> report.failed() == 0 ? "" : "Some IDs failed.";
          case STOPPED -> "Stopped before the end.";
          case KEY_REFUSED -> "Ended early: the server refuses the API key for this.";
          case TOO_MANY_FAILURES -> "Ended early: too many failures in a row.";
        };
    if (!why.isEmpty()) {
      shell.err().println(why + " " + howToGoOn());
      shell.err().flush();
    }
  }

  private String howToGoOn() {
    if (options.journal() != null) {
      return "To go on, run the same command again: the journal "
          + options.journal()
          + " has what is done.";
    }
    return input.isListing()
        ? "To go on, run the same command again: what is deleted is no longer listed."
        : "To go on, run the same command again: what is deleted counts as already gone. With"
            + " --journal it would not be asked for again.";
  }
}
