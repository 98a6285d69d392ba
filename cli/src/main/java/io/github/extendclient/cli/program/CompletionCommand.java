package io.github.extendclient.cli.program;

import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.HelpOption;
import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints completions for shells. */
@Command(
    name = "completion",
    sortOptions = false,
    header = "Print completions for bash and zsh.",
    description =
        "Prints a script that completes commands, options and operations in bash and zsh.",
    footer = {"", "In ~/.bashrc or ~/.zshrc:", "  source <(extend completion)"})
public final class CompletionCommand implements Callable<Integer> {
  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private HelpOption help = new HelpOption();

  /** Creates the command; called by picocli's factory. */
  public CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.out().print(AutoComplete.bash("extend", spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
