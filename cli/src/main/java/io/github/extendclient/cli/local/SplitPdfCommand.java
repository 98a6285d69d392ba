package io.github.extendclient.cli.local;

import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.documents.PdfPages;
import io.github.extendclient.v20260209.model.SplitRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Splits a PDF as a split run says. */
@Command(
    name = "split-pdf",
    sortOptions = false,
    header = "Split a PDF as a split run says.",
    description = {
      "Writes a PDF for each part that a split run found in a PDF. Only the run is read from the"
          + " API."
    },
    footer = {"", "Example:", "  extend split-pdf scan.pdf splr_… --out parts"})
public final class SplitPdfCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "FILE", description = "The PDF that the run has read.")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN", description = "The ID of the split run.")
  private String run = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the parts go; it is made if it does not exist.")
  private Path folder = Path.of("");

  @Mixin private CommonOptions common = new CommonOptions();

  /** Made by the factory of the command line. */
  public SplitPdfCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Connection connection = Connection.open(shell, common, UnaryOperator.identity())) {
      SplitRun split = connection.extend().splitRuns().retrieve(run);
      PdfPages.split(file, split, folder).forEach(part -> shell.out().println(part));
      return ExitCode.DONE;
    } catch (IOException e) {
      throw LocalFiles.unreadable(file, e);
    }
  }
}
