package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.deletion.DeletionReport;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Translates what stops a deletion before it begins into failures of the command. */
final class DeletionFailures {
  private DeletionFailures() {}

  /** Returns the report of a job. A journal that cannot be used is a failure of the command. */
  static DeletionReport reportOf(Supplier<DeletionReport> job) {
    try {
      return job.get();
    } catch (CompletionException e) {
      throw translated(e.getCause() instanceof RuntimeException cause ? cause : e);
    } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
      throw translated(e);
    }
  }

  private static RuntimeException translated(RuntimeException e) {
    boolean isFile =
        e instanceof UncheckedIOException
            || e instanceof IllegalArgumentException
            || e instanceof IllegalStateException;
    return isFile ? new CommandFailure(ExitCode.FILE, String.valueOf(e.getMessage()), e) : e;
  }
}
