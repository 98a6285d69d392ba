package io.github.extendclient.cli.operation;

import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.ConfigFile;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.operation.NamedOperation;
import io.github.extendclient.runtime.JsonValue;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code call}. */
@Command(
    name = "call",
    sortOptions = false,
    header = "Call any operation of the API.",
    description = {
      "Calls an operation of the API and prints the response. Each call has the same checks,"
          + " retries and limits as the other commands. extend operations finds operations."
    },
    footer = {
      "",
      "Examples:",
      "  extend call parseRuns_list status=FAILED --all-pages",
      "  extend call files_upload file=invoice.pdf",
      "  extend call parseRuns_create file:='{\"id\":\"file_…\"}'",
      "  extend call extractors_create --body extractor.yaml",
      "  extend call files_list@2025-04-21",
      "  extend call parseRuns_create --help     all about one operation",
      "  extend call extractors_list --demo"
    })
public final class CallCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "OPERATION",
      completionCandidates = OperationIndex.Ids.class,
      description = "Its ID, with @DATE for that of another API version.")
  private @Nullable String name;

  @Parameters(
      index = "1..*",
      paramLabel = "NAME=VALUE",
      description = "Parameters; properties of the body too, as name=text or name:=JSON.")
  private List<String> values = List.of();

  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "The body, as JSON or YAML; - for standard input.")
  private @Nullable String body;

  @Option(
      names = "--all-pages",
      description = "Read all pages of a listing, and print one item per line.")
  private boolean allPages;

  @Mixin private CommonOptions common = new CommonOptions();

  /** Creates the command; called by picocli's factory. */
  public CallCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (name == null) {
      throw CommandFailure.usage(
          "The operation is missing: extend operations lists them, such as parseRuns_list.");
    }
    String id = OperationIndex.named(name).id();
    JsonValue given = body == null ? null : ConfigFile.read(body, shell);
    try (Connection connection = Connection.open(shell, common)) {
      String version = name.contains("@") ? name.substring(name.indexOf('@')) : "";
      NamedOperation operation = connection.extend().operations().get(id + version);
      CallValues read = CallValues.of(operation, values, given);
      if (allPages) {
        return printAll(operation.items(read.parameters()).iterator());
      }
      if (!operation.isIdempotent()) {
        shell
            .stop()
            .phase(
                "Stopped while the request was under way.",
                "It may have been accepted: look before you send it again.");
      }
      shell.printJson(operation.call(read.parameters(), read.body()).json());
      return ExitCode.DONE;
    }
  }

  private int printAll(Iterator<JsonValue> items) {
    // An error is a full disk, or a reader such as head that has closed the pipe.
    while (items.hasNext() && !shell.out().checkError()) {
      shell.out().println(items.next().json());
    }
    return ExitCode.DONE;
  }
}
