package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Classifies documents. */
@Command(
    name = "classify",
    sortOptions = false,
    header = "Classify documents.",
    description =
        "Tells the class of each document, by a configuration or with a saved classifier.",
    footer = {
      "",
      "Examples:",
      "  extend classify inbox --config types.yaml",
      "  extend classify scan.pdf --processor cl_…",
      "  extend classify " + DemoIds.INVOICE + " --demo \\",
      "    --processor " + DemoIds.CLASSIFIER
    })
public final class ClassifyCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private DocumentArguments documents = new DocumentArguments();

  @Mixin private ProcessorOption processor = new ProcessorOption();

  /** Creates the command; called by picocli's factory. */
  public ClassifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return documents.process(shell, RunKind.CLASSIFY, null, processor.reference);
  }
}
