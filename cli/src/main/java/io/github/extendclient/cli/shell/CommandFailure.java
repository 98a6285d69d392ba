package io.github.extendclient.cli.shell;

/** Ends the command with a message for people and an exit code for programs. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  /** Creates a failure with a message of one line, which says what to do. */
  public CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Creates a failure with a cause, which {@code --verbose} prints. */
  public CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** For wrong options. */
  public static CommandFailure usage(String message) {
    return new CommandFailure(ExitCode.USAGE, message);
  }

  /** {@return one of {@link ExitCode}} */
  public int exitCode() {
    return exitCode;
  }
}
