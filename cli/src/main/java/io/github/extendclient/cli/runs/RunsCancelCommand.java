package io.github.extendclient.cli.runs;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.error.ApiException;
import io.github.extendclient.runtime.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Cancels runs. */
@Command(
    name = "cancel",
    sortOptions = false,
    header = "Cancel runs.",
    description = "Cancels runs that have not ended.",
    footer = {
      "",
      "Examples:",
      "  extend runs cancel workflow_run_…",
      "  extend runs cancel " + DemoIds.RUN_UNDER_WAY + " --demo"
    })
public final class RunsCancelCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "IDs of runs.")
  private List<String> ids = List.of();

  @Mixin private CommonOptions common = new CommonOptions();

  /** Made by the factory of the command line. */
  public RunsCancelCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    boolean isGood = true;
    try (Connection connection = Connection.open(shell, common)) {
      for (String id : ids) {
        isGood &= cancel(connection, id);
      }
    }
    return isGood ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private boolean cancel(Connection connection, String id) {
    try {
      JsonValue run =
          RunOperation.of(connection.extend(), "cancel", id).call(Map.of("id", id), null);
      if (shell.terminal().isOutput()) {
        shell.out().println(id + "  " + shell.style().status(RunText.status(run)));
      } else {
        shell.out().println(run.json());
      }
      return true;
    } catch (ApiException e) {
      shell.err().println(id + ": " + e.getMessage());
      return false;
    }
  }
}
