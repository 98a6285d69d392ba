package io.github.extendclient.cli.webhooks;

import io.github.extendclient.cli.shell.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the commands on webhooks. */
@Command(
    name = "webhooks",
    synopsisSubcommandLabel = "COMMAND",
    header = "Verify webhook deliveries, or receive them.",
    subcommands = {WebhooksVerifyCommand.class, WebhooksListenCommand.class})
public final class WebhooksCommand {
  @Mixin private HelpOption help = new HelpOption();
}
