package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "  extend extract inbox --config extract.yaml --format csv > fields.csv"
    })
public final class ExtractCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private DocumentArguments documents = new DocumentArguments();

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The schema of the configuration, as JSON or YAML.")
  private @Nullable String schema;

  @Option(
      names = "--processor",
      paramLabel = "ID[@VERSION]",
      description = "The saved extractor; --config then only changes what differs.")
  private @Nullable String processor;

  /** Made by the factory of the command line. */
  public ExtractCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return documents.process(shell, RunKind.EXTRACT, schema, processor);
  }
}
