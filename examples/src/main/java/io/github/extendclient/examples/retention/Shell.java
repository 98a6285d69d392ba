package io.github.extendclient.examples.retention;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a command has around it; tests give their own.
 *
 * @param in IDs and answers to questions
 * @param out results, which may be piped on
 * @param err progress and questions
 * @param hasTerminal whether {@code err} is a terminal
 * @param bar draws progress bars; null for the library's own way to standard error
 * @param environment the environment variables by name
 * @param clock what ages are counted back from
 */
record Shell(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean hasTerminal,
    @Nullable ProgressBarConsumer bar,
    Function<String, @Nullable String> environment,
    Clock clock) {}
