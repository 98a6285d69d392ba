package io.github.extendclient.internal.callback;

import org.jspecify.annotations.Nullable;

/** Keeps the interrupts that code of the user hears, and reports by an exception. */
public final class Interrupts {
  private Interrupts() {}

  /**
   * Sets the interrupt flag of the calling thread again if an {@link InterruptedException} is, or
   * caused, what was thrown: throwing it has cleared the flag.
   *
   * @param thrown what code of the user threw
   */
  public static void keep(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
