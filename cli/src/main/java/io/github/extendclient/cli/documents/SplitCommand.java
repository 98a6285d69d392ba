package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Splits documents. */
@Command(
    name = "split",
    sortOptions = false,
    header = "Find the documents in files that hold several.",
    description =
        "Finds where each document begins and ends in files that hold several, by a configuration or"
            + " with a saved splitter.",
    footer = {
      "",
      "Examples:",
      "  extend split scan.pdf --config parts.yaml",
      "  extend split-pdf splr_… --out parts    writes a PDF for each",
      "  extend split " + DemoIds.SCAN + " --demo \\",
      "    --processor " + DemoIds.SPLITTER
    })
public final class SplitCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private DocumentArguments documents = new DocumentArguments();

  @Mixin private ProcessorOption processor = new ProcessorOption();

  /** Creates the command; called by picocli's factory. */
  public SplitCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return documents.process(shell, RunKind.SPLIT, null, processor.reference);
  }
}
