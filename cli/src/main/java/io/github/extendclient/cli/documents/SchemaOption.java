package io.github.extendclient.cli.documents;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the commands whose configuration has a schema. */
final class SchemaOption {
  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "The schema of the configuration, as JSON or YAML.")
  @Nullable String file;
}
