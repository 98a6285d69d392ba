package io.github.extendclient.cli;

import io.github.extendclient.cli.shell.ResultWriter;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.StopSignal;
import io.github.extendclient.cli.shell.Terminal;
import io.github.extendclient.testing.ExtendServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the command in this process and captures its output. */
public final class CommandRun {
  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.systemUTC();
  private String input = "";
  private Terminal terminal = Terminal.NONE;
  private @Nullable OutputStream output;
  private @Nullable ProgressBarConsumer bar;
  private Consumer<String> watcher = said -> {};

  private CommandRun() {
    environment.put("NO_COLOR", "1");
  }

  /**
   * The exit code and the output of a run, with times masked because they differ from run to run.
   *
   * @param out standard output
   * @param err standard error
   */
  public record End(int exitCode, String out, String err) {}

  /** Returns a run without a key. */
  public static CommandRun alone() {
    return new CommandRun();
  }

  /** Returns a run with the key and the clock of a server. */
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

  /** Writes standard output to a stream; {@link End#out()} is empty then. */
  public CommandRun output(OutputStream stream) {
    output = stream;
    return this;
  }

  /** Runs on a terminal with a width. */
  public CommandRun terminal(int columns) {
    terminal = new Terminal(true, true, columns);
    return this;
  }

  /** Runs with standard error on a terminal, and hands progress bars to a consumer. */
  public CommandRun bar(ProgressBarConsumer consumer) {
    bar = consumer;
    terminal = new Terminal(false, true, 80);
    return this;
  }

  /** Passes on, at each flush of standard error, all that was written to it. */
  public CommandRun watched(Consumer<String> said) {
    watcher = said;
    return this;
  }

  public End of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
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
                new ResultWriter(output == null ? out : output),
                errors,
                terminal,
                bar,
                environment::get,
                clock,
                new StopSignal(errors)),
            arguments);
    return new End(
        exitCode, withoutTimes(out.toString(StandardCharsets.UTF_8)), withoutTimes(err.toString()));
  }

  private static String withoutTimes(String text) {
    return text.replaceAll("in \\d+\\.\\d s", "in T s")
        .replaceAll(", \\d+\\.\\d/s, \\d+\\.\\d s left", "");
  }
}
