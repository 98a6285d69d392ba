package io.github.extendclient.cli.runs;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.operation.NamedOperation;
import io.github.extendclient.runtime.JsonValue;
import java.util.Map;
import picocli.CommandLine.Command;

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
public final class RunsCancelCommand extends RunIdsCommand {
  /** Creates the command; called by picocli's factory. */
  public RunsCancelCommand(Shell shell) {
    super(shell, "cancel");
  }

  @Override
  boolean handle(String id, NamedOperation cancel) {
    JsonValue run = cancel.call(Map.of("id", id), null);
    if (shell().terminal().isOutput()) {
      shell().out().println(id + "  " + shell().style().status(RunText.status(run)));
    } else {
      shell().out().println(run.json());
    }
    return true;
  }
}
