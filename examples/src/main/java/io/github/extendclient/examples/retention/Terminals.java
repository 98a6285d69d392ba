package io.github.extendclient.examples.retention;

import java.io.IOException;

/** Tells whether somebody is watching. */
final class Terminals {
  private Terminals() {}

  /**
   * Whether standard error is a terminal. {@code System.console()} is null as soon as IDs are piped
   * in or results are piped on, so the POSIX command is asked.
   */
  static boolean isErrorStream() {
    try {
      return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      // Not a POSIX system.
      return System.console() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
