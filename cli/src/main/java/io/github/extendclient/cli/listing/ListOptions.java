package io.github.extendclient.cli.listing;

import io.github.extendclient.cli.shell.CommandFailure;
import picocli.CommandLine.Option;

/** How much of a listing is wanted. */
public final class ListOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "The most items to list, 0 for all (default: ${DEFAULT-VALUE}).")
  private long limit;

  /** {@return the number of items; the highest number for all} */
  public long limit() {
    if (limit < 0) {
      throw CommandFailure.usage("--limit is " + limit + ": give 1 or more, or 0 for all.");
    }
    return limit == 0 ? Long.MAX_VALUE : limit;
  }
}
