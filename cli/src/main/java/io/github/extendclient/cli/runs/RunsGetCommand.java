package io.github.extendclient.cli.runs;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.operation.NamedOperation;
import java.util.Map;
import picocli.CommandLine.Command;

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
public final class RunsGetCommand extends RunIdsCommand {
  /** Creates the command; called by picocli's factory. */
  public RunsGetCommand(Shell shell) {
    super(shell, "retrieve");
  }

  @Override
  boolean handle(String id, NamedOperation retrieve) {
    shell().printJson(retrieve.call(Map.of("id", id), null).json());
    return true;
  }
}
