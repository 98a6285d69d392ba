package io.github.extendclient.examples.retention;

/** The exit codes, as {@code --help} tells them. */
final class ExitCode {
  static final int DONE = 0;
  static final int SOME_FAILED = 1;
  // The number that picocli answers wrong options with.
  static final int USAGE = 2;
  static final int NOT_CONFIRMED = 3;
  static final int ENDED_EARLY = 4;
  static final int FILE = 5;
  // What a shell makes of SIGINT: 128 and the number of the signal.
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
