package io.github.extendclient.cli.local;

import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.Browser;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileChecks;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.documents.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code proof}. */
@Command(
    name = "proof",
    sortOptions = false,
    header = "Show in the document what was read.",
    description = {
      "Writes a proof: the document with boxes around what was read, and the values beside it. Give"
          + " the IDs of runs, or a file, which is then parsed and costs credits."
    },
    footer = {
      "",
      "Examples:",
      "  extend proof exr_… --open",
      "  extend proof pr_… exr_… --source invoice.pdf --out invoice.pdf.html",
      "  extend proof invoice.pdf --open",
      "  extend proof " + DemoIds.EXTRACT_RUN + " --open --demo"
    })
public final class ProofCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "RUN|FILE",
      arity = "1..*",
      description = "IDs of parse, extract, classify, split or form detection runs; or one file.")
  private List<String> given = List.of();

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description = "The document that the runs read; without it, it is downloaded.")
  private @Nullable Path source;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The proof, HTML or, if it ends with .pdf, PDF (default: proof.html).")
  private Path target = Path.of("proof.html");

  @Option(names = "--open", description = "Open the proof in the browser.")
  private boolean open;

  @Option(names = "--marked-pages", description = "Leave out pages that have no box.")
  private boolean markedPages;

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; called by picocli's factory. */
  public ProofCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    FileChecks.requireDifferent("--out", target, source);
    try (Connection connection = Connection.open(shell, common)) {
      Path file = Path.of(given.get(0));
      if (given.size() > 1 && given.stream().anyMatch(name -> Files.isRegularFile(Path.of(name)))) {
        throw CommandFailure.usage("A proof shows one file, or runs: give either.");
      }
      if (Files.isRegularFile(file)) {
        FileChecks.requireDifferent("--out", target, file);
        write(file, List.of(ProofRun.parsed(connection.extend(), file)));
      } else {
        List<ProofRun> runs =
            given.stream().map(id -> ProofRun.read(connection.extend(), id)).toList();
        try (RunDocument document =
            RunDocument.of(connection.extend(), given.get(0), runs.get(0).fileId(), source)) {
          write(document.path(), runs);
        }
      }
    }
    shell.err().println("Wrote " + target + ".");
    if (open) {
      Browser.open(target, shell);
    }
    return ExitCode.DONE;
  }

  private void write(Path document, List<ProofRun> runs) {
    Proof.Builder builder = Proof.builder(document).title(given.get(0));
    runs.forEach(run -> run.addTo(builder));
    if (markedPages) {
      builder.markedPagesOnly();
    }
    try {
      if (target.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
        builder.build().writePdf(target);
      } else {
        builder.build().writeHtml(target);
      }
    } catch (IOException e) {
      throw FileFailure.unwritable("The file " + target, e);
    }
  }
}
