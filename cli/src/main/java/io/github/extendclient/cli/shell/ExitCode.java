package io.github.extendclient.cli.shell;

/** The exit codes, which {@code --help} and {@code docs/cli.md} list. */
public final class ExitCode {
  /** Everything was done. */
  public static final int DONE = 0;

  /** Some documents, IDs or runs failed. */
  public static final int SOME_FAILED = 1;

  /** Wrong options; nothing was sent. The number that picocli gives them. */
  public static final int USAGE = 2;

  /** The user did not confirm. */
  public static final int NOT_CONFIRMED = 3;

  /** The API refused or could not be reached, so that the command ended early. */
  public static final int ENDED_EARLY = 4;

  /** A file cannot be read or written. */
  public static final int FILE = 5;

  /** As shells report SIGINT: 128 and the number of the signal. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
