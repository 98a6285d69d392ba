package io.github.extendclient.internal.callback;

import org.jspecify.annotations.Nullable;

/** Keeps the interrupts that code of the user hears, and reports by an exception. */
public final class Interrupts {
  // Causes may form a cycle.
  private static final int DEEPEST = 20;

  private Interrupts() {}

  /**
   * Sets the interrupt flag of the calling thread again if an {@link InterruptedException} is, or
   * caused, what was thrown: throwing it has cleared the flag.
   *
   * @param thrown what code of the user threw
   */
  public static void keep(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return;
      }
      cause = cause.getCause();
    }
  }
}
