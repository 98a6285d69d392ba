package io.github.extendclient.examples.retention;

import io.github.extendclient.testing.ExtendServer;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the command in this process and keeps what it says. */
final class CommandRun {
  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.systemUTC();
  private String input = "";
  private @Nullable PrintWriter output;
  private @Nullable ProgressBarConsumer bar;

  private CommandRun() {}

  /**
   * What a run ended with; times in the texts are replaced, as they differ from run to run.
   *
   * @param out standard output
   * @param err standard error
   */
  record End(int exitCode, String out, String err) {}

  /** Without a key. */
  static CommandRun alone() {
    return new CommandRun();
  }

  /** With the key and the clock of a server. */
  static CommandRun on(ExtendServer server) {
    CommandRun run = new CommandRun();
    run.environment.put("EXTEND_API_KEY", server.apiKey());
    run.environment.put("EXTEND_BASE_URL", server.url().toString());
    run.clock = server.clock();
    return run;
  }

  CommandRun environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  CommandRun input(String text) {
    input = text;
    return this;
  }

  /** In place of the output that is kept. */
  CommandRun output(PrintWriter writer) {
    output = writer;
    return this;
  }

  CommandRun terminal(ProgressBarConsumer consumer) {
    bar = consumer;
    return this;
  }

  End of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Retention.run(
            new Shell(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                output == null ? new PrintWriter(out) : output,
                new PrintWriter(err),
                bar != null,
                bar,
                environment::get,
                clock),
            arguments);
    return new End(exitCode, withoutTimes(out.toString()), withoutTimes(err.toString()));
  }

  private static String withoutTimes(String text) {
    return text.replaceAll(", in \\d+\\.\\d s", ", in T s")
        .replaceAll(", \\d+\\.\\d/s, \\d+\\.\\d s left", "");
  }
}
