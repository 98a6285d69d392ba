package io.github.extendclient.cli.webhooks;

import io.github.extendclient.cli.shell.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the commands on webhooks. */
@Command(
    name = "webhooks",
    synopsisSubcommandLabel = "COMMAND",
    header = "Check webhook deliveries, receive them on this machine.",
    subcommands = {WebhooksVerifyCommand.class, WebhooksListenCommand.class})
public final class WebhooksCommand {
  @Mixin private HelpOption help = new HelpOption();
}
