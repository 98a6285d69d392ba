package io.github.extendclient.cli.documents;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the commands that work with a saved processor. */
final class ProcessorOption {
  @Option(
      names = "--processor",
      paramLabel = "ID[@VERSION]",
      description = "The saved processor to work with; --config then only changes what differs.")
  @Nullable String reference;
}
