package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Extracts fields. */
@Command(
    name = "extract",
    sortOptions = false,
    header = "Extract fields of documents.",
    description = "Extracts fields of documents, by a schema or with a saved extractor.",
    footer = {
      "",
      "Examples:",
      "  extend extract invoice.pdf --schema invoice.schema.json",
      "  extend extract inbox --processor ex_…@1.2 --out june.jsonl --journal june.journal",
      "  extend extract inbox --config extract.yaml --format csv > fields.csv",
      "  extend extract " + DemoIds.INVOICE + " --demo \\",
      "    --processor " + DemoIds.EXTRACTOR
    })
public final class ExtractCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private DocumentArguments documents = new DocumentArguments();

  @Mixin private SchemaOption schema = new SchemaOption();

  @Mixin private ProcessorOption processor = new ProcessorOption();

  /** Creates the command; called by picocli's factory. */
  public ExtractCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return documents.process(shell, RunKind.EXTRACT, schema.file, processor.reference);
  }
}
