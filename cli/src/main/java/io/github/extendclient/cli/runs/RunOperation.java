package io.github.extendclient.cli.runs;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.operation.NamedOperation;
import io.github.extendclient.operation.OperationParameter;
import java.util.Comparator;
import java.util.List;

/** Finds the operation for a run, by the prefix of the ID of the run. */
final class RunOperation {
  private RunOperation() {}

  private record Candidate(NamedOperation operation, int prefix, int position) {}

  /**
   * Returns the operation whose ID ends with a verb and that takes this ID.
   *
   * @throws CommandFailure if there is none
   */
  static NamedOperation of(ExtendClient extend, String verb, String id) {
    return extend.operations().all().stream()
        .filter(operation -> operation.id().endsWith("Runs_" + verb))
        .map(operation -> candidate(operation, id))
        .filter(candidate -> candidate.prefix() > 0)
        .max(
            Comparator.comparingInt(Candidate::prefix)
                .thenComparing(candidate -> !candidate.operation().isDeprecated())
                .thenComparing(candidate -> candidate.operation().apiVersion())
                .thenComparing(candidate -> -candidate.position()))
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "\""
                        + id
                        + "\" is not the ID of a run that the API can "
                        + verb
                        + ": extend runs list shows IDs."))
        .operation();
  }

  /** The longest prefix that fits, so that workflow_run_ is found before workflow_. */
  private static Candidate candidate(NamedOperation operation, String id) {
    List<OperationParameter> required =
        operation.parameters().stream().filter(OperationParameter::required).toList();
    if (required.size() != 1) {
      return new Candidate(operation, 0, 0);
    }
    List<String> prefixes = required.get(0).prefixes();
    return prefixes.stream()
        .filter(id::startsWith)
        .map(prefix -> new Candidate(operation, prefix.length(), prefixes.indexOf(prefix)))
        .max(Comparator.comparingInt(Candidate::prefix))
        .orElseGet(() -> new Candidate(operation, 0, 0));
  }
}
