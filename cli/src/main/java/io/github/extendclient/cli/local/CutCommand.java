package io.github.extendclient.cli.local;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileChecks;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.HelpOption;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.documents.PdfPages;
import io.github.extendclient.v20260209.model.PageRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code cut}. */
@Command(
    name = "cut",
    sortOptions = false,
    header = "Cut pages out of a PDF.",
    description = "Writes pages of a PDF to another PDF. Sends nothing.",
    footer = {"", "Example:", "  extend cut contract.pdf --pages 1-3,7 --out part.pdf"})
public final class CutCommand implements Callable<Integer> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  private final Shell shell;

  @Parameters(index = "0", paramLabel = "FILE", description = "A PDF without a password.")
  private Path file = Path.of("");

  @Option(
      names = "--pages",
      required = true,
      split = ",",
      paramLabel = "RANGE",
      description = "Pages from 1, such as 3 or 3-5; several with commas between.")
  private List<String> pages = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The PDF to write; it is replaced if it exists.")
  private Path target = Path.of("");

  @Mixin private HelpOption help = new HelpOption();

  /** Creates the command; called by picocli's factory. */
  public CutCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    PageRange[] ranges = pages.stream().map(CutCommand::range).toArray(PageRange[]::new);
    PdfInput.check(file);
    FileChecks.requireDifferent("--out", target, file);
    try {
      PdfPages.cut(file, target, ranges);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FILE,
          "Pages of "
              + file
              + " cannot be written to "
              + target
              + ": "
              + FileFailure.reason(e)
              + ".",
          e);
    }
    shell.err().println("Wrote " + target + ".");
    return ExitCode.DONE;
  }

  private static PageRange range(String text) {
    Matcher range = RANGE.matcher(text.strip());
    if (!range.matches()) {
      throw CommandFailure.usage(
          "--pages has \"" + text + "\": give page numbers such as 3 or 3-5.");
    }
    int start = Integer.parseInt(range.group(1));
    int end = range.group(2) == null ? start : Integer.parseInt(range.group(2));
    if (start < 1 || end < start) {
      throw CommandFailure.usage(
          "--pages has \"" + text + "\": pages count from 1, and a range goes upwards.");
    }
    return PageRange.builder().start(start).end(end).build();
  }
}
