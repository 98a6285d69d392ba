package io.github.extendclient.cli.documents;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.ConfigFile;
import io.github.extendclient.cli.shell.FileChecks;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.runtime.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The documents of a command, and the options for them. */
final class DocumentArguments {
  @Parameters(
      paramLabel = "DOCUMENT",
      arity = "0..*",
      description =
          "Files, folders, URLs or IDs of uploaded files; - for a list of them on standard input.")
  private List<String> names = List.of();

  @Mixin private ProcessingOptions options = new ProcessingOptions();

  @Mixin private CommonOptions common = new CommonOptions();

  /** Processes the documents; returns the exit code. */
  int process(Shell shell, RunKind kind, @Nullable String schema, @Nullable String processor) {
    return process(shell, kind, kind.request(processor, config(shell, schema)), names);
  }

  /** Runs the workflow whose ID is before the documents; returns the exit code. */
  int processWorkflow(Shell shell) {
    if (names.isEmpty() || !names.get(0).startsWith("workflow_")) {
      throw CommandFailure.usage(
          "The workflow is missing: give its ID before the documents, such as workflow_….");
    }
    if (options.config != null) {
      throw CommandFailure.usage("A workflow has its own configuration: leave out --config.");
    }
    return process(
        shell,
        RunKind.WORKFLOW,
        RunKind.WORKFLOW.request(names.get(0), null),
        names.subList(1, names.size()));
  }

  private int process(
      Shell shell, RunKind kind, Map<String, JsonValue> request, List<String> documents) {
    options.check();
    Inputs inputs = Inputs.of(documents, options.include, shell);
    inputs.all().forEach(input -> FileChecks.requireDifferent("--out", options.out, input.file()));
    return new Processing(shell, kind, options, request, inputs).run(common);
  }

  private @Nullable JsonValue config(Shell shell, @Nullable String schema) {
    JsonValue config = options.config == null ? null : ConfigFile.readObject(options.config, shell);
    if (schema == null) {
      return config;
    }
    Map<String, JsonValue> merged = new LinkedHashMap<>();
    if (config != null) {
      merged.putAll(config.asObject());
    }
    merged.put("schema", ConfigFile.readObject(schema, shell));
    return JsonValue.of(merged);
  }
}
