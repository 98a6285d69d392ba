package io.github.extendclient.examples.retention;

import io.github.extendclient.error.ExtendException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.ParameterException;

/**
 * The command {@code retention}, for retention rules of your own: see its {@code --help}.
 *
 * <pre>{@code
 * java -jar examples/target/retention.jar delete --demo
 * }</pre>
 */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    version = "retention, of the Extend client for the JVM",
    description =
        "Deletes what the Extend API holds of your documents: runs and files, by their IDs or from"
            + " a listing.",
    synopsisSubcommandLabel = "(list | dry-run | delete)",
    footer = {
      "",
      "Environment:",
      "  EXTEND_API_KEY       the API key; never an argument, which others could see",
      "  EXTEND_WORKSPACE_ID  the workspace, which the key of an organization needs",
      "  EXTEND_REGION        us (the default), us2 or eu",
      "  EXTEND_BASE_URL      any other address, in place of a region",
      "",
      "Begin with:",
      "  retention delete --demo   on an embedded server, without an account",
      "  retention delete --help   all about deleting"
    })
public final class Retention {
  private static final int WIDTH = 100;

  private Retention() {}

  /**
   * Runs the command and exits with its code.
   *
   * @param arguments as {@code --help} tells
   */
  public static void main(String... arguments) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    Shell shell =
        new Shell(
            System.in,
            out,
            err,
            Terminals.isErrorStream(),
            null,
            System::getenv,
            Clock.systemUTC());
    System.exit(run(shell, arguments));
  }

  /** Runs the command; returns its exit code. */
  static int run(Shell shell, String... arguments) {
    int exitCode = commandLine(shell).execute(arguments);
    shell.out().flush();
    shell.err().flush();
    return exitCode;
  }

  private static CommandLine commandLine(Shell shell) {
    CommandLine retention =
        new CommandLine(new Retention())
            .addSubcommand(new ListCommand(shell))
            .addSubcommand(new DryRunCommand(shell))
            .addSubcommand(new DeleteCommand(shell))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(shell.out())
            .setErr(shell.err())
            .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
            .setUsageHelpWidth(WIDTH)
            .setParameterExceptionHandler(Retention::refuse)
            .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, shell.err()));
    retention.getSubcommands().values().forEach(Retention::addExitCodes);
    return retention;
  }

  private static void addExitCodes(CommandLine command) {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put(" " + ExitCode.DONE, "everything was done");
    codes.put(" " + ExitCode.SOME_FAILED, "some IDs failed or were refused");
    codes.put(" " + ExitCode.USAGE, "wrong options, nothing was sent");
    codes.put(" " + ExitCode.NOT_CONFIRMED, "not confirmed, nothing was deleted");
    codes.put(
        " " + ExitCode.ENDED_EARLY,
        "ended early: the key is refused, too many failures in a row, or a listing failed");
    codes.put(" " + ExitCode.FILE, "a file cannot be read or written");
    codes.put(" " + ExitCode.INTERRUPTED, "interrupted by Ctrl-C (143 by SIGTERM)");
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(codes);
  }

  private static int refuse(ParameterException failure, String... arguments) {
    CommandLine command = failure.getCommandLine();
    command.getErr().println(failure.getMessage());
    command
        .getErr()
        .println("See " + command.getCommandSpec().qualifiedName() + " --help for all options.");
    return ExitCode.USAGE;
  }

  private static int fail(Exception failure, PrintWriter err) throws Exception {
    if (failure instanceof CommandFailure reason) {
      err.println(reason.getMessage());
      return reason.exitCode();
    }
    if (failure instanceof ExtendException) {
      err.println("The listing failed, and nothing was deleted: " + failure.getMessage());
      return ExitCode.ENDED_EARLY;
    }
    // A bug: its stack trace is wanted.
    throw failure;
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }
}
