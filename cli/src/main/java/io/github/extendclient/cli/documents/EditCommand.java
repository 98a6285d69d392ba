package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fills forms. */
@Command(
    name = "edit",
    sortOptions = false,
    header = "Fill in PDF forms.",
    description = "Fills in PDF forms, by a configuration with a schema or with instructions.",
    footer = {
      "",
      "Examples:",
      "  extend edit form.pdf --config values.yaml --format json",
      "  extend edit form.pdf --schema form.schema.json",
      "  extend edit " + DemoIds.FORM + " --demo --schema \\",
      "    '{type: object, properties: {order: {type: string, \"extend_edit:value\": PO-7}}}'"
    })
public final class EditCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private DocumentArguments documents = new DocumentArguments();

  @Mixin private SchemaOption schema = new SchemaOption();

  /** Creates the command; called by picocli's factory. */
  public EditCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return documents.process(shell, RunKind.EDIT, schema.file, null);
  }
}
