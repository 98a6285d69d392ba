package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Parses documents into text. */
@Command(
    name = "parse",
    sortOptions = false,
    header = "Parse documents into text and tables.",
    description = "Parses documents: text in Markdown, with tables, figures and layout.",
    footer = {
      "",
      "Examples:",
      "  extend parse invoice.pdf",
      "  extend parse inbox --include '*.pdf' --out texts --format markdown --journal inbox.journal",
      "  extend parse scan.pdf --format csv > tables.csv",
      "  extend parse " + DemoIds.INVOICE + " --demo"
    })
public final class ParseCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private DocumentArguments documents = new DocumentArguments();

  /** Creates the command; called by picocli's factory. */
  public ParseCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return documents.process(shell, RunKind.PARSE, null, null);
  }
}
