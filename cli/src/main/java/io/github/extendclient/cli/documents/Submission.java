package io.github.extendclient.cli.documents;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.operation.NamedOperation;
import io.github.extendclient.runtime.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates runs and does not wait for them: {@code --no-wait}. */
final class Submission {
  private final Shell shell;
  private final ExtendClient extend;
  private final NamedOperation create;
  private final Map<String, JsonValue> request;

  Submission(Shell shell, ExtendClient extend, RunKind kind, Map<String, JsonValue> request) {
    this.shell = shell;
    this.extend = extend;
    this.create = extend.operations().get(kind.create());
    this.request = request;
  }

  /** Creates a run for each document; returns the exit code. */
  int run(List<Input> inputs) {
    int failed = 0;
    for (int i = 0; i < inputs.size(); i++) {
      shell
          .stop()
          .phase(
              "Stopped: "
                  + i
                  + " of "
                  + inputs.size()
                  + " runs were created. Leave their documents out.");
      failed += submit(inputs.get(i)) ? 0 : 1;
    }
    return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private boolean submit(Input input) {
    try {
      Map<String, JsonValue> body = new LinkedHashMap<>(request);
      body.put("file", file(input));
      JsonValue run = create.call(Map.of(), JsonValue.of(body));
      if (shell.terminal().isOutput()) {
        String id = run.asObject().get("id").asString();
        shell.out().println(shell.style().name(id) + "  " + input.key());
      } else {
        shell.out().println(run.json());
      }
      shell.out().flush();
      return true;
    } catch (ExtendException e) {
      String doubt =
          e.mayHaveBeenAccepted()
              ? " The run may have been created: extend runs list shows it."
              : "";
      shell.err().println(input.key() + ": " + e.getMessage() + doubt);
      return false;
    }
  }

  private JsonValue file(Input input) {
    if (input.isUrl()) {
      return JsonValue.of(Map.of("url", input.reference()));
    }
    String id =
        input.file() == null ? input.reference() : extend.files().upload(input.file()).getId();
    return JsonValue.of(Map.of("id", id));
  }
}
