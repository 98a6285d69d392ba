package io.github.extendclient.cli;

import io.github.extendclient.cli.operation.OperationPageHelp;
import io.github.extendclient.cli.shell.CommandFailure;
import io.github.extendclient.cli.shell.ExitCode;
import io.github.extendclient.cli.shell.FileFailure;
import io.github.extendclient.cli.shell.Shell;
import io.github.extendclient.cli.shell.Style;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.IdPrefixException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the arguments, runs the command that they name, and prints its failure. */
public final class Commands {
  private static final int WIDEST = 100;
  private static final Map<String, String> EXIT_CODES = exitCodes();

  private Commands() {}

  /**
   * Runs a command.
   *
   * @return its exit code
   */
  public static int run(Shell shell, String... arguments) {
    int exitCode = execute(shell, arguments);
    shell.out().flush();
    if (exitCode == ExitCode.DONE && !shell.out().isClosedByReader()) {
      exitCode = requireWritten(shell);
    }
    shell.err().flush();
    return exitCode;
  }

  /** Results that were lost on a full disk must not look like success. */
  private static int requireWritten(Shell shell) {
    try {
      shell.out().requireWritten();
      return ExitCode.DONE;
    } catch (CommandFailure e) {
      return fail(e, shell, false);
    }
  }

  private static int execute(Shell shell, String... arguments) {
    List<String> words = Arrays.asList(arguments);
    if (words.stream().anyMatch(String::isBlank)) {
      shell.err().println("An argument is empty: check that the variables of the shell are set.");
      return ExitCode.USAGE;
    }
    try {
      if (OperationPageHelp.isAsked(words)) {
        OperationPageHelp.print(shell, words);
        return ExitCode.DONE;
      }
    } catch (CommandFailure e) {
      return fail(e, shell, false);
    }
    return commandLine(shell, words).execute(arguments);
  }

  static CommandLine commandLine(Shell shell, List<String> words) {
    boolean verbose = words.contains("--verbose");
    CommandLine root = new CommandLine(new Extend(), new ShellFactory(shell));
    Extend.commands(words).forEach(root::addSubcommand);
    root.setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setOut(shell.out())
        .setErr(shell.err())
        .setColorScheme(colours(shell))
        .setUsageHelpWidth(Math.min(WIDEST, shell.terminal().columns()))
        .setParameterExceptionHandler(Commands::refuse)
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, shell, verbose));
    OptionTypes.register(root);
    addExitCodes(root);
    return root;
  }

  /** Without picocli's yellow, which cannot be read on a light background. */
  private static ColorScheme colours(Shell shell) {
    return new ColorScheme.Builder(shell.style() == Style.PLAIN ? Ansi.OFF : Ansi.ON)
        .commands(Ansi.Style.bold)
        .options(Ansi.Style.fg_cyan)
        .parameters(Ansi.Style.fg_cyan)
        .build();
  }

  private static void addExitCodes(CommandLine command) {
    command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
    command.getCommandSpec().usageMessage().exitCodeList(EXIT_CODES);
    command.getSubcommands().values().forEach(Commands::addExitCodes);
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put(" " + ExitCode.DONE, "everything was done");
    codes.put(" " + ExitCode.SOME_FAILED, "some documents, runs or IDs failed or were refused");
    codes.put(" " + ExitCode.USAGE, "wrong options, nothing was sent");
    codes.put(" " + ExitCode.NOT_CONFIRMED, "not confirmed, nothing was deleted");
    codes.put(" " + ExitCode.ENDED_EARLY, "ended early: the API refused it or was not reached");
    codes.put(" " + ExitCode.FILE, "a file cannot be read or written");
    codes.put(" " + ExitCode.INTERRUPTED, "interrupted by Ctrl-C (143 by SIGTERM)");
    return codes;
  }

  private static int refuse(ParameterException failure, String... arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(message(failure));
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help for all options.");
    return ExitCode.USAGE;
  }

  /** Returns the message of picocli, or a better one. */
  private static String message(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    if (failure instanceof UnmatchedArgumentException unmatched
        && !command.getSubcommands().isEmpty()
        && !unmatched.isUnknownOption()) {
      return "There is no command \""
          + name
          + " "
          + unmatched.getUnmatched().get(0)
          + "\""
          + similar(unmatched);
    }
    if (!command.getSubcommands().isEmpty() && !(failure instanceof UnmatchedArgumentException)) {
      return "The command is missing: give one of "
          + String.join(", ", command.getSubcommands().keySet())
          + ".";
    }
    if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      return name + " does not take \"" + unmatched.getUnmatched().get(0) + "\".";
    }
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return "There is no option \"" + unmatched.getUnmatched().get(0) + "\"" + similar(unmatched);
    }
    if (failure instanceof OverwrittenOptionException twice) {
      return ((OptionSpec) twice.getOverwritten()).longestName()
          + " is given twice: leave out one.";
    }
    return oneLine(failure.getMessage());
  }

  private static String similar(UnmatchedArgumentException unmatched) {
    List<String> similar = unmatched.getSuggestions().stream().distinct().limit(3).toList();
    return similar.isEmpty()
        ? "."
        : (similar.size() == 1 ? ": similar is " : ": similar are ")
            + String.join(", ", similar)
            + ".";
  }

  private static int fail(Exception failure, Shell shell, boolean verbose) {
    if (failure instanceof InvalidPathException name) {
      return fail(FileFailure.unreadableName(name.getInput()), shell, verbose);
    }
    PrintWriter err = shell.err();
    boolean isExpected =
        failure instanceof CommandFailure
            || failure instanceof ExtendException
            || failure instanceof IllegalArgumentException
            || failure instanceof UncheckedIOException;
    err.println(
        isExpected
            ? oneLine(String.valueOf(failure.getMessage()))
            : "This is a bug of the program: " + failure + ". Run it with --verbose to see where.");
    if (verbose) {
      failure.printStackTrace(err);
    }
    return exitCode(failure);
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof CommandFailure reason) {
      return reason.exitCode();
    }
    if (failure instanceof UncheckedIOException) {
      return ExitCode.FILE;
    }
    return failure instanceof IllegalArgumentException || failure instanceof IdPrefixException
        ? ExitCode.USAGE
        : ExitCode.ENDED_EARLY;
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
