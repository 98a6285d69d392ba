package io.github.extendclient.cli.runs;

import io.github.extendclient.cli.shell.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the commands on runs. */
@Command(
    name = "runs",
    synopsisSubcommandLabel = "COMMAND",
    header = "List, read, wait for and cancel runs.",
    description = "Lists, reads, waits for and cancels runs of all kinds.",
    subcommands = {
      RunsListCommand.class,
      RunsGetCommand.class,
      RunsWatchCommand.class,
      RunsCancelCommand.class
    })
public final class RunsCommand {
  @Mixin private HelpOption help = new HelpOption();
}
