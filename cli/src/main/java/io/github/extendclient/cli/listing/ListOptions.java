package io.github.extendclient.cli.listing;

import io.github.extendclient.cli.shell.OptionRange;
import picocli.CommandLine.Option;

/** The option that limits a listing. */
public final class ListOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "The most items to list, 0 for all (default: ${DEFAULT-VALUE}).")
  private long limit;

  /** {@return the number of items; the highest number for all} */
  public long limit() {
    OptionRange.atLeast("--limit", limit, 0);
    return limit == 0 ? Long.MAX_VALUE : limit;
  }
}
