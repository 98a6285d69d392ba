package io.github.extendclient.cli.runs;

import io.github.extendclient.Poller;
import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.OptionRange;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.operation.NamedOperation;
import io.github.extendclient.runtime.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits for runs. */
@Command(
    name = "watch",
    sortOptions = false,
    header = "Wait for runs.",
    description = {
      "Waits until runs have ended, and prints them. The exit code is 0 if all were processed."
    },
    footer = {
      "",
      "Examples:",
      "  extend runs watch pr_… --limit-minutes 10",
      "  extend runs watch " + DemoIds.RUN_UNDER_WAY + " --demo"
    })
public final class RunsWatchCommand extends RunIdsCommand {
  private static final List<String> GOOD = List.of("PROCESSED", "COMPLETED");

  @Option(
      names = "--limit-minutes",
      paramLabel = "N",
      defaultValue = "60",
      description = "Wait for each run at most this many minutes (default: ${DEFAULT-VALUE}).")
  private int minutes;

  /** Creates the command; called by picocli's factory. */
  public RunsWatchCommand(Shell shell) {
    super(shell, "retrieve");
  }

  @Override
  public Integer call() {
    OptionRange.atLeast("--limit-minutes", minutes, 1);
    return super.call();
  }

  @Override
  boolean handle(String id, NamedOperation retrieve) {
    shell().stop().phase("Stopped waiting; the runs go on.");
    JsonValue run = poll(id, retrieve);
    String status = RunText.status(run);
    if (shell().terminal().isOutput()) {
      String failure = RunText.failure(run);
      shell()
          .out()
          .println(
              id + "  " + shell().style().status(status) + (failure == null ? "" : "  " + failure));
    } else {
      shell().out().println(run.json());
    }
    return GOOD.contains(status);
  }

  private JsonValue poll(String id, NamedOperation retrieve) {
    try {
      return retrieve.poll(
          Map.of("id", id),
          Poller.builder()
              .timeout(Duration.ofMinutes(minutes))
              .onProgress(
                  progress -> printStatus(id + "  waiting, " + Wording.time(progress.elapsed())))
              .build());
    } finally {
      printStatus("");
    }
  }

  /** Replaces the line of the terminal on which it is. */
  private void printStatus(String text) {
    if (shell().canErase()) {
      shell().err().print("\r\u001b[K" + text);
      shell().err().flush();
    }
  }
}
