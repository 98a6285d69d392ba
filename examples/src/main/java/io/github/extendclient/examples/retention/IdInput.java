package io.github.extendclient.examples.retention;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the IDs come from: a file, standard input, or a listing. */
final class IdInput {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "IDs, one on each line, of any kinds; - for standard input. Instead of a listing.")
  private @Nullable Path file;

  @ArgGroup(validate = false, heading = "%nIDs from a listing, instead of FILE:%n")
  private Filter filter = new Filter();

  @Option(
      names = "--demo",
      description =
          "Work on an embedded server with a year of documents; no key, no account. Without FILE"
              + " and listing: --kind all --older-than 90d.")
  private boolean demo;

  /**
   * Opens the connection that these options ask for.
   *
   * @param sends false for work on a file that sends nothing, which needs no key
   */
  Connection connect(Shell shell, boolean sends) {
    if (file == null && demo) {
      filter.useDemoDefaults();
    }
    check();
    if (demo) {
      return Connection.demo(shell);
    }
    return sends || isListing() ? Connection.real(shell) : Connection.none(shell);
  }

  /** Whether the IDs come from a listing. */
  boolean isListing() {
    return file == null;
  }

  Filter filter() {
    return filter;
  }

  /** The IDs of the file or of standard input. */
  Source open(Shell shell) {
    if (file == null) {
      throw new IllegalStateException("The IDs come from a listing.");
    }
    return isStandardInput()
        ? new Source(IdFile.read(shell.in()), -1)
        : new Source(IdFile.read(file), IdFile.count(file));
  }

  private boolean isStandardInput() {
    return file != null && file.toString().equals("-");
  }

  private void check() {
    if (file != null && filter.isUsed()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "IDs come either from " + file + " or from a listing: leave out the one or the other.");
    }
    if (file == null) {
      if (!filter.isUsed()) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "There are no IDs: name a file, - for standard input, or a listing with --kind.");
      }
      filter.kinds();
    }
  }
}
