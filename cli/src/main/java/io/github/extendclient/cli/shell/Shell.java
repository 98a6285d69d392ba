package io.github.extendclient.cli.shell;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a command: streams, terminal, environment and clock. Tests pass their own.
 *
 * @param in IDs, documents, keys, and responses to questions
 * @param out results, which may be piped on
 * @param err progress, questions and errors
 * @param terminal whether out and err are a terminal, and its width
 * @param bar draws progress bars; null to draw them on standard error
 * @param environment the environment variables by name
 * @param clock ages are counted back from its time
 * @param stop ends the command on Ctrl-C or SIGTERM
 */
public record Shell(
    InputStream in,
    ResultWriter out,
    PrintWriter err,
    Terminal terminal,
    @Nullable ProgressBarConsumer bar,
    Function<String, @Nullable String> environment,
    Clock clock,
    StopSignal stop) {
  /** {@return the colours of standard output} */
  public Style style() {
    String noColor = environment.apply("NO_COLOR");
    boolean wanted = noColor == null || noColor.isEmpty();
    return wanted && terminal.isOutput() && !isDumb() ? Style.COLOURS : Style.PLAIN;
  }

  /** {@return whether a line on standard error can be erased and written again} */
  public boolean canErase() {
    return terminal.isError() && !isDumb();
  }

  private boolean isDumb() {
    return "dumb".equals(environment.apply("TERM"));
  }

  /** Prints JSON: indented on a terminal, on one line elsewhere. */
  public void printJson(String json) {
    out.println(terminal.isOutput() ? PrettyJson.of(json, style()) : json);
  }
}
