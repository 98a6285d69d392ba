package io.github.extendclient.cli.files;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.EachArgument;
import io.github.extendclient.cli.shell.FileChecks;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.v20260209.model.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Uploads files. */
@Command(
    name = "upload",
    sortOptions = false,
    header = "Upload files.",
    description = "Uploads files, and prints their IDs.",
    footer = {
      "",
      "Examples:",
      "  extend files upload invoice.pdf contract.docx",
      "  extend files upload invoice.pdf --demo"
    })
public final class FilesUploadCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents.")
  private List<Path> files = List.of();

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; called by picocli's factory. */
  public FilesUploadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Connection connection = Connection.open(shell, common)) {
      return EachArgument.run(files, shell, path -> upload(connection.extend(), path));
    }
  }

  private boolean upload(ExtendClient extend, Path path) {
    FileChecks.requireRegular(path);
    shell.stop().phase("Stopped while " + path + " was uploaded.");
    File file = extend.files().upload(path);
    shell
        .out()
        .println(
            shell.terminal().isOutput()
                ? shell.style().name(file.getId()) + "  " + path
                : file.toJson());
    return true;
  }
}
