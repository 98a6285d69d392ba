package io.github.extendclient.cli.delete;

import io.github.extendclient.cli.listing.Filter;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.Shell;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

  /**
   * Opens the connection that these options need.
   *
   * @param common where the key comes from
   * @param sends false for work on a file that sends nothing, which needs no key
   */
  Connection connect(Shell shell, CommonOptions common, boolean sends) {
    if (file == null && common.isDemo()) {
      filter.useDemoDefaults();
    }
    check();
    return sends || isListing() || common.isDemo()
        ? Connection.openListing(shell, common)
        : Connection.none(shell);
  }

  /** Whether the IDs come from a listing. */
  boolean isListing() {
    return file == null;
  }

  /** Returns the file of the IDs; null for standard input or a listing. */
  @Nullable Path file() {
    return isStandardInput() ? null : file;
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
      throw CommandFailure.usage(
          "IDs come either from " + file + " or from a listing: leave out the one or the other.");
    }
    if (file == null) {
      if (!filter.isUsed()) {
        throw CommandFailure.usage(
            "There are no IDs: name a file, - for standard input, or a listing with --kind.");
      }
      filter.kinds();
    }
  }
}
