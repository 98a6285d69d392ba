package io.github.extendclient.cli.runs;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.cli.demo.DemoIds;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.CommonOptions;
import io.github.extendclient.cli.shell.Connection;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Wording;
import io.github.extendclient.operation.NamedOperation;
import io.github.extendclient.runtime.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
public final class RunsWatchCommand implements Callable<Integer> {
  private static final List<String> GOOD = List.of("PROCESSED", "COMPLETED");

  private final Shell shell;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "IDs of runs.")
  private List<String> ids = List.of();

  @Option(
      names = "--limit-minutes",
      paramLabel = "N",
      defaultValue = "60",
      description = "Wait for each run at most this many minutes (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Mixin private CommonOptions common = new CommonOptions();

  /** Made by the factory of the command line. */
  public RunsWatchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (minutes < 1) {
      throw CommandFailure.usage("--limit-minutes is " + minutes + ": give 1 or more.");
    }
    boolean isGood = true;
    try (Connection connection = Connection.open(shell, common)) {
      shell.stop().phase("Stopped waiting; the runs go on.");
      for (String id : ids) {
        isGood &= watch(connection.extend(), id);
      }
    }
    return isGood ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private boolean watch(ExtendClient extend, String id) {
    NamedOperation retrieve = RunOperation.of(extend, "retrieve", id);
    Poller poller =
        Poller.builder()
            .timeout(Duration.ofMinutes(minutes))
            .onProgress(
                progress -> {
                  if (shell.terminal().isError()) {
                    shell
                        .err()
                        .print("\r" + id + "  waiting, " + Wording.time(progress.elapsed()) + " ");
                    shell.err().flush();
                  }
                })
            .build();
    JsonValue run = retrieve.poll(Map.of("id", id), poller);
    if (shell.terminal().isError()) {
      shell.err().print("\r\u001b[K");
      shell.err().flush();
    }
    String status = RunText.status(run);
    if (shell.terminal().isOutput()) {
      String failure = RunText.failure(run);
      shell
          .out()
          .println(
              id + "  " + shell.style().status(status) + (failure == null ? "" : "  " + failure));
    } else {
      shell.out().println(run.json());
    }
    return GOOD.contains(status);
  }
}
