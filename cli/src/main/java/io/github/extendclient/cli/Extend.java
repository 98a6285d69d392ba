package io.github.extendclient.cli;

import io.github.extendclient.cli.local.CutCommand;
import io.github.extendclient.cli.local.PagesCommand;
import io.github.extendclient.cli.local.ProofCommand;
import io.github.extendclient.cli.local.SplitPdfCommand;
import io.github.extendclient.cli.operation.CallCommand;
import io.github.extendclient.cli.operation.OperationIndex;
import io.github.extendclient.cli.operation.OperationsCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command itself, which only has subcommands. */
@Command(
    name = "extend",
    subcommands = {
      PagesCommand.class,
      CutCommand.class,
      SplitPdfCommand.class,
      ProofCommand.class,
      CallCommand.class,
      OperationsCommand.class
    },
    versionProvider = Extend.Version.class,
    sortOptions = false,
    description =
        "Documents, runs, files and webhooks of the Extend API, and each of its operations.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Environment:",
      "  EXTEND_API_KEY       the API key; or its file in EXTEND_API_KEY_FILE",
      "  EXTEND_WORKSPACE_ID  the workspace, which a key of an organization needs",
      "  EXTEND_REGION        us (the default), us2 or eu",
      "  EXTEND_BASE_URL      any other address, instead of a region",
      "  NO_COLOR             if set, no colours",
      "",
      "Begin with:",
      "  extend parse invoice.pdf --demo    on an embedded server, without an account",
      "  extend parse --help                all about one command"
    })
final class Extend {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help; each command has its own.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  /** Reads the number that the build wrote. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"extend " + OperationIndex.programVersion()};
    }
  }
}
