package io.github.extendclient.examples.retention;

import io.github.extendclient.deletion.DeletionReport;
import io.github.extendclient.deletion.Deletions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a deletion would do. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "retention dry-run FILE [options]",
      "       retention dry-run - [options]           (IDs from standard input)",
      "       retention dry-run --kind=KIND[,KIND...] [options]"
    },
    name = "dry-run",
    description = {
      "Tells what delete would do with the same IDs: which operation each goes to, and which IDs no"
          + " operation takes. Deletes nothing; with FILE it sends nothing and needs no key."
    })
final class DryRunCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private IdInput input = new IdInput();

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Skip what this journal of an earlier delete has as done. It is only read.")
  private @Nullable Path journal;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the result to this file, as JSON.")
  private @Nullable Path report;

  DryRunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    ReportFile file = ReportFile.open(report);
    try (Connection connection = input.connect(shell, false)) {
      DeletionReport result = run(connection);
      Summary.print(result, shell.out());
      int exitCode = result.isClean() ? ExitCode.DONE : ExitCode.SOME_FAILED;
      file.write("dry-run", result, journal, exitCode);
      return exitCode;
    }
  }

  private DeletionReport run(Connection connection) {
    Deletions deletions = connection.extend().deletions().dryRun();
    if (journal != null) {
      deletions.journal(journal);
    }
    if (!input.isListing()) {
      try (Source source = input.open(shell)) {
        return Sweeps.run(() -> deletions.run(source.ids()));
      }
    }
    try (FoundIds found = FoundIds.list(connection.extend(), input.filter(), shell);
        Source source = found.open()) {
      return Sweeps.run(() -> deletions.run(source.ids()));
    }
  }
}
