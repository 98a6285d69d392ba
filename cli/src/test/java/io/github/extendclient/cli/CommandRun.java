package io.github.extendclient.cli;

import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.StopSignal;
import io.github.extendclient.cli.shell.Terminal;
import io.github.extendclient.testing.ExtendServer;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the command in this process and keeps what it says. */
public final class CommandRun {
  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.systemUTC();
  private String input = "";
  private Terminal terminal = Terminal.NONE;
  private @Nullable PrintWriter output;
  private @Nullable ProgressBarConsumer bar;
  private Consumer<String> watcher = said -> {};

  private CommandRun() {
    environment.put("NO_COLOR", "1");
  }

  /**
   * What a run ended with; times in the texts are replaced, as they differ from run to run.
   *
   * @param out standard output
   * @param err standard error
   */
  public record End(int exitCode, String out, String err) {}

  /** Without a key. */
  public static CommandRun alone() {
    return new CommandRun();
  }

  /** With the key and the clock of a server. */
  public static CommandRun on(ExtendServer server) {
    CommandRun run = new CommandRun();
    run.environment.put("EXTEND_API_KEY", server.apiKey());
    run.environment.put("EXTEND_BASE_URL", server.url().toString());
    run.clock = server.clock();
    return run;
  }

  public CommandRun environment(String name, @Nullable String value) {
    environment.remove(name);
    if (value != null) {
      environment.put(name, value);
    }
    return this;
  }

  public CommandRun input(String text) {
    input = text;
    return this;
  }

  /** In place of the output that is kept. */
  public CommandRun output(PrintWriter writer) {
    output = writer;
    return this;
  }

  /** On a terminal that is so wide. */
  public CommandRun terminal(int columns) {
    terminal = new Terminal(true, true, columns);
    return this;
  }

  /** On a terminal, with progress bars drawn elsewhere. */
  public CommandRun bar(ProgressBarConsumer consumer) {
    bar = consumer;
    terminal = new Terminal(false, true, 80);
    return this;
  }

  /** Tells, at each flush of standard error, all that was written to it. */
  public CommandRun watched(Consumer<String> said) {
    watcher = said;
    return this;
  }

  public End of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err =
        new StringWriter() {
          @Override
          public void flush() {
            watcher.accept(toString());
          }
        };
    PrintWriter errors = new PrintWriter(err);
    int exitCode =
        Commands.run(
            new Shell(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                output == null ? new PrintWriter(out) : output,
                errors,
                terminal,
                bar,
                environment::get,
                clock,
                new StopSignal(errors)),
            arguments);
    return new End(exitCode, withoutTimes(out.toString()), withoutTimes(err.toString()));
  }

  private static String withoutTimes(String text) {
    return text.replaceAll("in \\d+\\.\\d s", "in T s")
        .replaceAll(", \\d+\\.\\d/s, \\d+\\.\\d s left", "");
  }
}
