package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.listing.Item;
import io.github.extendclient.cli.listing.Listings;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileChecks;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.deletion.DeletionJob;
import io.github.extendclient.deletion.DeletionReport;
import io.github.extendclient.deletion.Deletions;
import io.github.extendclient.error.ExtendException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code delete}. */
@Command(
    sortOptions = false,
    customSynopsis = {
      "extend delete FILE [options]",
      "       extend delete - [options]               (IDs from standard input)",
      "       extend delete --kind=KIND[,KIND...] [options]"
    },
    name = "delete",
    header = "Delete runs and files, any number of them.",
    description = {
      "Deletes runs and files permanently. The prefix of an ID chooses the operation. An ID that the"
          + " server does not know counts as already gone. After Ctrl-C, the same command with the"
          + " same journal goes on."
    },
    footer = {
      "",
      "Examples:",
      "  extend delete --kind extract-runs --older-than 90d --list > old.txt",
      "  extend delete old.txt --dry-run",
      "  extend delete old.txt --journal old.journal --rate 5",
      "  print-ids | extend delete - --journal ids.journal --report report.json",
      "  extend delete --demo"
    })
public final class DeleteCommand implements Callable<Integer> {
  private static final Set<String> YES = Set.of("y", "yes");

  private final Shell shell;

  @Mixin private IdInput input = new IdInput();

  @ArgGroup(validate = false, heading = "%nHow to delete:%n")
  private DeletionOptions options = new DeletionOptions();

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; called by picocli's factory. */
  public DeleteCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    options.check();
    if (options.isList() && !input.isListing()) {
      throw CommandFailure.usage("--list is for a listing: leave out the file, and give --kind.");
    }
    FileChecks.requireDifferent("--report", options.report(), input.file());
    FileChecks.requireDifferent("--report", options.report(), options.journal());
    ReportFile file = ReportFile.open(options.report());
    try (Connection connection = input.connect(shell, common, !options.isDryRun())) {
      shell.stop().phase("Stopped before anything was deleted.");
      if (options.isList()) {
        return list(connection);
      }
      return input.isListing() ? deleteFound(connection, file) : deleteGiven(connection, file);
    } catch (ExtendException e) {
      throw new CommandFailure(
          ExitCode.ENDED_EARLY,
          "The listing failed, and nothing was deleted: " + e.getMessage(),
          e);
    }
  }

  private int list(Connection connection) {
    PrintWriter out = shell.out();
    Listings listings = new Listings(connection.extend(), input.filter(), shell.clock().instant());
    Iterator<Item> items = listings.all().iterator();
    // An error is a full disk, or a reader such as head that has closed the pipe.
    while (items.hasNext() && !out.checkError()) {
      Item item = items.next();
      out.println(options.hasDetails() ? item.details() : item.id());
    }
    return ExitCode.DONE;
  }

  private int deleteGiven(Connection connection, ReportFile file) {
    try (Source source = input.open(shell)) {
      return delete(connection, source, file);
    }
  }

  private int deleteFound(Connection connection, ReportFile file) {
    try (FoundIds found = FoundIds.list(connection.extend(), input.filter(), shell)) {
      if (!options.isDryRun()) {
        confirm(found);
      }
      try (Source source = found.open()) {
        return delete(connection, source, file);
      }
    }
  }

  private void confirm(FoundIds found) {
    PrintWriter err = shell.err();
    err.println("Found " + found.text() + ".");
    if (found.total() > 0 && !options.isConfirmed()) {
      String what = found.total() == 1 ? "it" : "all " + Wording.number(found.total());
      err.print("Delete " + what + " permanently? [y/N] ");
      err.flush();
      String reply = reply();
      if (reply == null || !YES.contains(reply.strip().toLowerCase(Locale.ROOT))) {
        if (reply == null) {
          err.println();
        }
        throw new CommandFailure(
            ExitCode.NOT_CONFIRMED,
            "Nothing was deleted: that was not confirmed with y. Unattended jobs give --yes.");
      }
    }
    err.flush();
  }

  private @Nullable String reply() {
    try {
      return new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int delete(Connection connection, Source source, ReportFile file) {
    Deletions deletions = options.applyTo(connection.extend().deletions());
    if (options.isDryRun()) {
      return finish(DeletionFailures.reportOf(() -> deletions.run(source.ids())), file);
    }
    ProgressView view = options.view(shell, source.total());
    try (DeletionJob job = deletions.onProgress(view::show).start(source.ids())) {
      return shell
          .stop()
          .during(
              job::stop,
              "Stopping: waiting for the requests that are under way.",
              "Some requests have no response yet, and the process ends all the same. What the"
                  + " journal does not have is sent again by the next run with it.",
              () -> finish(report(job, view), file));
    }
  }

  private int finish(DeletionReport report, ReportFile file) {
    int exitCode = exitCode(report);
    Summary.print(report, shell.out());
    if (!report.isDryRun()) {
      printNextStep(report);
    }
    file.write(report.isDryRun() ? "dry-run" : "delete", report, options.journal(), exitCode);
    return exitCode;
  }

  private static DeletionReport report(DeletionJob job, ProgressView view) {
    try (view) {
      return DeletionFailures.reportOf(() -> job.report().join());
    }
  }

  private static int exitCode(DeletionReport report) {
    return switch (report.ending()) {
      case COMPLETED -> report.isSuccessful() ? ExitCode.DONE : ExitCode.SOME_FAILED;
      case STOPPED -> ExitCode.INTERRUPTED;
      case KEY_REFUSED, TOO_MANY_FAILURES -> ExitCode.ENDED_EARLY;
    };
  }

  private void printNextStep(DeletionReport report) {
    String why =
        switch (report.ending()) {
          case COMPLETED -> report.failed() == 0 ? "" : "Some IDs failed.";
          case STOPPED -> "Stopped before the end.";
          case KEY_REFUSED ->
              "Ended early: the API refuses the key. Check it, the workspace and the region.";
          case TOO_MANY_FAILURES -> "Ended early: too many failures in a row.";
        };
    if (!why.isEmpty()) {
      shell.err().println(why + " " + howToGoOn());
      shell.err().flush();
    }
  }

  private String howToGoOn() {
    if (options.journal() != null) {
      return "To continue, run the same command again: the journal "
          + options.journal()
          + " has what is done.";
    }
    return input.isListing()
        ? "To continue, run the same command again: what is deleted is no longer listed."
        : "To continue, run the same command again: what is deleted counts as already gone. With"
            + " --journal, it would be skipped.";
  }
}
