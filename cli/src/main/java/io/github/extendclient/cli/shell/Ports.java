package io.github.extendclient.cli.shell;

/** Checks ports of this machine. */
public final class Ports {
  private static final int HIGHEST = 65_535;

  private Ports() {}

  /**
   * Checks the number of a port.
   *
   * @param port 0 for a free one
   */
  public static void check(int port) {
    OptionRange.between("--port", port, 0, HIGHEST);
  }

  /** For a port that cannot be opened. */
  public static CommandFailure unusable(int port, Exception cause) {
    return new CommandFailure(
        ExitCode.USAGE,
        "The port "
            + port
            + " cannot be opened: "
            + cause.getMessage()
            + ". Give another with --port, or 0 for a free one.",
        cause);
  }
}
