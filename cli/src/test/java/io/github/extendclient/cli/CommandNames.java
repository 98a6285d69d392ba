package io.github.extendclient.cli;

import io.github.extendclient.cli.shell.ResultWriter;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.StopSignal;
import io.github.extendclient.cli.shell.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The names of all commands that do something, such as {@code runs list}. */
public final class CommandNames {
  private static final List<String> ALL = names("", root()).toList();

  private CommandNames() {}

  public static List<String> all() {
    return ALL;
  }

  private static Stream<String> names(String parent, CommandLine command) {
    return command.getSubcommands().entrySet().stream()
        .flatMap(
            child ->
                child.getValue().getSubcommands().isEmpty()
                    ? Stream.of(parent + child.getKey())
                    : names(parent + child.getKey() + " ", child.getValue()));
  }

  private static CommandLine root() {
    ResultWriter nowhere = new ResultWriter(OutputStream.nullOutputStream());
    Shell shell =
        new Shell(
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            Terminal.NONE,
            null,
            Map.<String, String>of()::get,
            Clock.systemUTC(),
            new StopSignal(nowhere));
    return Commands.commandLine(shell, List.of());
  }
}
