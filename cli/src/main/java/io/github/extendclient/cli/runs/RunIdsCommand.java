package io.github.extendclient.cli.runs;

import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.EachArgument;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.operation.NamedOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that does the same with each run of a list of IDs. */
abstract class RunIdsCommand implements Callable<Integer> {
  private final Shell shell;
  private final String verb;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "IDs of runs.")
  private List<String> ids = List.of();

  @Mixin private CommonOptions common = new CommonOptions();

  /**
   * Creates a command.
   *
   * @param verb the end of the IDs of the operations, such as {@code retrieve}
   */
  RunIdsCommand(Shell shell, String verb) {
    this.shell = shell;
    this.verb = verb;
  }

  /** Handles a run by its operation; returns false if the run counts as failed. */
  abstract boolean handle(String id, NamedOperation operation);

  Shell shell() {
    return shell;
  }

  @Override
  public Integer call() {
    try (Connection connection = Connection.open(shell, common)) {
      // All IDs are checked before the first request.
      Map<String, NamedOperation> operations = new LinkedHashMap<>();
      for (String id : ids) {
        operations.put(id, RunOperation.of(connection.extend(), verb, id));
      }
      return EachArgument.run(
          List.copyOf(operations.keySet()), shell, id -> handle(id, operations.get(id)));
    }
  }
}
