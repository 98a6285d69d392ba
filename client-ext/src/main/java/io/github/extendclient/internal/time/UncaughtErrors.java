package io.github.extendclient.internal.time;

/** Reports errors that were caught to end a call or poll with them. */
public final class UncaughtErrors {
  private UncaughtErrors() {}

  /**
   * Passes an error to this thread's uncaught exception handler as well, which may end the process.
   *
   * @param thrown ignored unless it is an error
   */
  public static void handle(Throwable thrown) {
    if (thrown instanceof Error) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }
  }
}
