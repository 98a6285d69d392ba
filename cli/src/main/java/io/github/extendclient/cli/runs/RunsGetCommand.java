package io.github.extendclient.cli.runs;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads runs. */
@Command(
    name = "get",
    sortOptions = false,
    header = "Print runs.",
    description = "Reads runs of any kind, and prints them with their output.",
    footer = {
      "",
      "Examples:",
      "  extend runs get exr_… | jq .output",
      "  extend runs get " + DemoIds.EXTRACT_RUN + " --demo"
    })
public final class RunsGetCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "IDs of runs.")
  private List<String> ids = List.of();

  @Mixin private CommonOptions common = new CommonOptions();

  /** Made by the factory of the command line. */
  public RunsGetCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Connection connection = Connection.open(shell, common)) {
      for (String id : ids) {
        shell.printJson(
            RunOperation.of(connection.extend(), "retrieve", id)
                .call(Map.of("id", id), null)
                .json());
      }
      return ExitCode.DONE;
    }
  }
}
