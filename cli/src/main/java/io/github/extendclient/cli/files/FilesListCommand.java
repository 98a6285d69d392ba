package io.github.extendclient.cli.files;

import io.github.extendclient.cli.listing.Filter;
import io.github.extendclient.cli.listing.Kind;
import io.github.extendclient.cli.listing.ListOptions;
import io.github.extendclient.cli.listing.ListingOutput;
import io.github.extendclient.cli.listing.Listings;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists files. */
@Command(
    name = "list",
    sortOptions = false,
    header = "List files.",
    description = "Lists files, the newest first.",
    footer = {
      "",
      "Examples:",
      "  extend files list --file-name acme --older-than 90d",
      "  extend files list --demo"
    })
public final class FilesListCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private Filter filter = new Filter();

  @Mixin private ListOptions options = new ListOptions();

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; called by picocli's factory. */
  public FilesListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    filter.useKinds(EnumSet.of(Kind.FILES));
    long limit = options.limit();
    try (Connection connection = Connection.openListing(shell, common)) {
      Listings listings = new Listings(connection.extend(), filter, shell.clock().instant());
      ListingOutput.print(listings.newestFirst(limit), limit, shell);
      return ExitCode.DONE;
    }
  }
}
