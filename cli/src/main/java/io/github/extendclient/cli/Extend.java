package io.github.extendclient.cli;

import io.github.extendclient.cli.delete.DeleteCommand;
import io.github.extendclient.cli.documents.ClassifyCommand;
import io.github.extendclient.cli.documents.EditCommand;
import io.github.extendclient.cli.documents.ExtractCommand;
import io.github.extendclient.cli.documents.ParseCommand;
import io.github.extendclient.cli.documents.RunCommand;
import io.github.extendclient.cli.documents.SplitCommand;
import io.github.extendclient.cli.files.FilesCommand;
import io.github.extendclient.cli.local.CutCommand;
import io.github.extendclient.cli.local.PagesCommand;
import io.github.extendclient.cli.local.ProofCommand;
import io.github.extendclient.cli.local.SplitPdfCommand;
import io.github.extendclient.cli.operation.CallCommand;
import io.github.extendclient.cli.operation.OperationIndex;
import io.github.extendclient.cli.operation.OperationsCommand;
import io.github.extendclient.cli.program.CompletionCommand;
import io.github.extendclient.cli.program.LauncherCommand;
import io.github.extendclient.cli.program.ServerCommand;
import io.github.extendclient.cli.runs.RunsCommand;
import io.github.extendclient.cli.webhooks.WebhooksCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command itself, which only has subcommands. */
@Command(
    name = "extend",
    versionProvider = Extend.Version.class,
    sortOptions = false,
    description =
        "Works with documents, runs, files and webhooks of the Extend API, and calls any of its"
            + " operations.",
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
      "Examples:",
      "  extend parse invoice.pdf --demo    on an embedded server, without an account",
      "  extend parse --help                all about one command"
    })
final class Extend {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ParseCommand.class,
          ExtractCommand.class,
          ClassifyCommand.class,
          SplitCommand.class,
          EditCommand.class,
          RunCommand.class,
          RunsCommand.class,
          FilesCommand.class,
          DeleteCommand.class,
          WebhooksCommand.class,
          ProofCommand.class,
          PagesCommand.class,
          CutCommand.class,
          SplitPdfCommand.class,
          CallCommand.class,
          OperationsCommand.class,
          ServerCommand.class,
          CompletionCommand.class,
          LauncherCommand.class);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help; each command has its own.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  /** The subcommands that a run needs: the one that its first word names, or all. */
  static List<Class<?>> commands(List<String> words) {
    if (words.isEmpty() || words.get(0).equals("completion")) {
      return COMMANDS;
    }
    return COMMANDS.stream()
        .filter(type -> type.getAnnotation(Command.class).name().equals(words.get(0)))
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  /** Reads the number that the build wrote. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"extend " + OperationIndex.programVersion()};
    }
  }
}
