package io.github.extendclient.cli.local;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.documents.PdfPages;
import io.github.extendclient.v20260209.model.FileSummary;
import io.github.extendclient.v20260209.model.SplitRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code split-pdf}. */
@Command(
    name = "split-pdf",
    sortOptions = false,
    header = "Split a PDF by the result of a split run.",
    description = "Writes a PDF for each part that a split run found in a PDF.",
    footer = {
      "",
      "Examples:",
      "  extend split-pdf splr_… --out parts",
      "  extend split-pdf splr_… --source scan.pdf --out parts",
      "  extend split-pdf " + DemoIds.SPLIT_RUN + " --out parts --demo"
    })
public final class SplitPdfCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "RUN", description = "The ID of the split run.")
  private String run = "";

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description = "The PDF that the run has read; without it, it is downloaded.")
  private @Nullable Path source;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the parts go; it is made if it does not exist.")
  private Path folder = Path.of("");

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; called by picocli's factory. */
  public SplitPdfCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Connection connection = Connection.open(shell, common)) {
      ExtendClient extend = connection.extend();
      SplitRun split = extend.splitRuns().retrieve(run);
      FileSummary file = split.getFile();
      try (RunDocument document =
          RunDocument.of(extend, run, file == null ? null : file.getId(), source)) {
        split(document.path(), split);
      }
      return ExitCode.DONE;
    }
  }

  private void split(Path document, SplitRun split) {
    PdfInput.check(document);
    try {
      PdfPages.split(document, split, folder).forEach(part -> shell.out().println(part));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FILE,
          "The parts cannot be written to " + folder + ": " + FileFailure.reason(e) + ".",
          e);
    }
  }
}
