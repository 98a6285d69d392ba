package io.github.extendclient.cli.shell;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a command has around it; tests give their own.
 *
 * @param in IDs, documents, keys, and responses to questions
 * @param out results, which may be piped on
 * @param err progress, questions and errors
 * @param terminal where the two go
 * @param bar draws progress bars; null for the library's own way to standard error
 * @param environment the environment variables by name
 * @param clock what ages are counted back from
 * @param stop what happens when the process is told to end
 */
public record Shell(
    InputStream in,
    PrintWriter out,
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
    return wanted && terminal.isOutput() && !"dumb".equals(environment.apply("TERM"))
        ? Style.COLOURS
        : Style.PLAIN;
  }

  /** Prints JSON: laid out for people on a terminal, compact on one line elsewhere. */
  public void printJson(String json) {
    out.println(terminal.isOutput() ? PrettyJson.of(json, style()) : json);
  }
}
