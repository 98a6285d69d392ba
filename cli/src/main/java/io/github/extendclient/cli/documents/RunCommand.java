package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a workflow. */
@Command(
    name = "run",
    sortOptions = false,
    header = "Run a workflow for documents.",
    description = "Runs a workflow, named by its ID or ID@VERSION, for each document.",
    footer = {
      "",
      "Examples:",
      "  extend run workflow_… inbox --out june.jsonl --journal june.journal",
      "  extend run " + DemoIds.WORKFLOW + " \\",
      "    " + DemoIds.INVOICE + " --demo"
    })
public final class RunCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private DocumentArguments documents = new DocumentArguments();

  /** Creates the command; called by picocli's factory. */
  public RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return documents.processWorkflow(shell);
  }
}
