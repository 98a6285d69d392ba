package io.github.extendclient.cli.files;

import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.error.ExtendException;
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

  /** Made by the factory of the command line. */
  public FilesUploadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    int failed = 0;
    try (Connection connection = Connection.open(shell, common)) {
      for (Path path : files) {
        shell.stop().phase("Stopped while " + path + " was uploaded.");
        failed += upload(connection, path) ? 0 : 1;
      }
    }
    return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private boolean upload(Connection connection, Path path) {
    try {
      File file = connection.extend().files().upload(path);
      shell
          .out()
          .println(
              shell.terminal().isOutput()
                  ? shell.style().name(file.getId()) + "  " + path
                  : file.toJson());
      shell.out().flush();
      return true;
    } catch (ExtendException | IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      shell.err().println(message.contains(path.toString()) ? message : path + ": " + message);
      return false;
    }
  }
}
