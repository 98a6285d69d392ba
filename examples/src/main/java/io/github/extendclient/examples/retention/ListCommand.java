package io.github.extendclient.examples.retention;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what a listing chooses. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "retention list --kind=KIND[,KIND...] [options]",
    name = "list",
    description = "Prints the IDs that a listing chooses, one on each line. Deletes nothing.",
    footer = {
      "",
      "The output can be kept, looked at, and given to dry-run and delete:",
      "  retention list --kind extract-runs --older-than 90d > old.txt",
      "  retention delete old.txt --journal old.journal"
    })
final class ListCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup(validate = false, heading = "%nWhat to list:%n")
  private Filter filter = new Filter();

  @Option(
      names = "--details",
      description = "Print ID, time of creation, status and file names, with tabs between.")
  private boolean details;

  @Option(
      names = "--demo",
      description =
          "Work on an embedded server with a year of documents; no key, no account. Without --kind:"
              + " --kind all --older-than 90d.")
  private boolean demo;

  ListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (demo) {
      filter.useDemoDefaults();
    }
    filter.kinds();
    try (Connection connection = demo ? Connection.demo(shell) : Connection.real(shell)) {
      Listings listings = new Listings(connection.extend(), filter, shell.clock().instant());
      boolean isWhole =
          filter.kinds().stream().allMatch(kind -> listings.of(kind).allMatch(this::print));
      return isWhole ? ExitCode.DONE : ExitCode.FILE;
    }
  }

  /** False if nobody reads any more, such as {@code head}, which has seen enough. */
  private boolean print(Item item) {
    PrintWriter out = shell.out();
    out.println(details ? item.details() : item.id());
    return !out.checkError();
  }
}
