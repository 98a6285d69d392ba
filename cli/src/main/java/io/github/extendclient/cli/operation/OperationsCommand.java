package io.github.extendclient.cli.operation;

import io.github.extendclient.cli.shell.Columns;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.HelpOption;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Style;
import io.github.extendclient.runtime.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code operations}. */
@Command(
    name = "operations",
    sortOptions = false,
    header = "Find operations of the API.",
    description = "Lists the operations of the API, or those that mention all the words.",
    footer = {
      "",
      "Examples:",
      "  extend operations upload",
      "  extend operations workflow run --api-version 2026-02-09"
    })
public final class OperationsCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "WORD",
      arity = "0..*",
      description = "Parts of an ID, a path or a summary, in any case.")
  private List<String> words = List.of();

  @Option(
      names = "--api-version",
      paramLabel = "DATE",
      description = "Only operations of this API version: 2026-02-09 or 2025-04-21.")
  private @Nullable String version;

  @Mixin private HelpOption help = new HelpOption();

  /** Creates the command; called by picocli's factory. */
  public OperationsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (version != null && !OperationIndex.versions().contains(version)) {
      throw CommandFailure.usage(
          "--api-version is "
              + version
              + ": give "
              + String.join(" or ", OperationIndex.versions())
              + ".");
    }
    List<OperationIndex.Entry> found = OperationIndex.find(words, version);
    if (found.isEmpty()) {
      throw new CommandFailure(
          ExitCode.SOME_FAILED,
          "No operation mentions "
              + String.join(" ", words)
              + ": extend operations lists them all.");
    }
    if (shell.terminal().isOutput()) {
      printTable(found);
    } else {
      found.forEach(entry -> shell.out().println(json(entry)));
    }
    return ExitCode.DONE;
  }

  private void printTable(List<OperationIndex.Entry> found) {
    Style style = shell.style();
    Columns columns = new Columns("OPERATION", "ROUTE", "DOES").colours(style::name, text -> text);
    found.forEach(
        entry ->
            columns.add(
                entry.version().equals(found.get(0).version())
                    ? entry.id()
                    : entry.id() + "@" + entry.version(),
                entry.route(),
                entry.summary()));
    columns.lines(shell.terminal().columns(), style).forEach(shell.out()::println);
    shell
        .out()
        .println(
            style.faint(found.size() + " operations; extend call OPERATION --help explains one."));
  }

  private static String json(OperationIndex.Entry entry) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("id", entry.id());
    object.put("apiVersion", entry.version());
    object.put("route", entry.route());
    object.put("summary", entry.summary());
    return JsonValue.of(object).json();
  }
}
