package io.github.extendclient.cli.runs;

import io.github.extendclient.cli.listing.Filter;
import io.github.extendclient.cli.listing.Kind;
import io.github.extendclient.cli.listing.ListOptions;
import io.github.extendclient.cli.listing.ListingOutput;
import io.github.extendclient.cli.listing.Listings;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists runs. */
@Command(
    name = "list",
    sortOptions = false,
    header = "List runs.",
    description = "Lists runs, the newest first.",
    footer = {
      "",
      "Examples:",
      "  extend runs list --kind extract-runs --status FAILED",
      "  extend runs list --older-than 90d --limit 0",
      "  extend runs list --demo"
    })
public final class RunsListCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup(validate = false, heading = "%nWhat to list, without any of these all runs:%n")
  private Filter filter = new Filter();

  @Mixin private ListOptions options = new ListOptions();

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; called by picocli's factory. */
  public RunsListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    filter.useKinds(Kind.RUNS);
    long limit = options.limit();
    try (Connection connection = Connection.openListing(shell, common)) {
      Listings listings = new Listings(connection.extend(), filter, shell.clock().instant());
      ListingOutput.print(listings.newestFirst(limit), limit, shell);
      return ExitCode.DONE;
    }
  }
}
