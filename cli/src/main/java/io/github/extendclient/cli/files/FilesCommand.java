package io.github.extendclient.cli.files;

import io.github.extendclient.cli.shell.HelpOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups the commands on files. */
@Command(
    name = "files",
    synopsisSubcommandLabel = "COMMAND",
    header = "List, upload and download files.",
    description = "Lists, uploads and downloads files.",
    subcommands = {FilesListCommand.class, FilesUploadCommand.class, FilesDownloadCommand.class})
public final class FilesCommand {
  @Mixin private HelpOption help = new HelpOption();
}
