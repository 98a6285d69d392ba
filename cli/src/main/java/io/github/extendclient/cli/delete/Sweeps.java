package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.deletion.DeletionReport;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs jobs, and says what it means if one cannot be run at all. */
final class Sweeps {
  private Sweeps() {}

  /** What the job reports; a journal that cannot be used becomes a failure of the command. */
  static DeletionReport run(Supplier<DeletionReport> job) {
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
