package io.github.extendclient.cli.shell;

import picocli.CommandLine.Option;

/** The option of every command. */
public final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      order = 94,
      usageHelp = true,
      description = "Show this help.")
  private boolean help;
}
