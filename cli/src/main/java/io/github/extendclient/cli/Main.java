package io.github.extendclient.cli;

import io.github.extendclient.cli.shell.ResultWriter;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.StopSignal;
import io.github.extendclient.cli.shell.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Starts the command in a process of its own. */
public final class Main {
  private Main() {}

  /**
   * Runs the command and exits with its code.
   *
   * @param arguments see {@code extend --help}
   */
  public static void main(String... arguments) {
    PrintWriter err =
        new PrintWriter(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
    StopSignal stop = new StopSignal(err);
    Runtime.getRuntime().addShutdownHook(new Thread(stop::stop, "extend-stop"));
    Shell shell =
        new Shell(
            System.in,
            new ResultWriter(new FileOutputStream(FileDescriptor.out)),
            err,
            Terminal.ofProcess(),
            null,
            System::getenv,
            Clock.systemUTC(),
            stop);
    int exitCode = Commands.run(shell, arguments);
    stop.over();
    System.exit(exitCode);
  }
}
