package io.github.extendclient.internal.time;

/** Errors that were caught so that a call or poll ends with them. */
public final class UncaughtErrors {
  private UncaughtErrors() {}

  /**
   * Hands an error to the handler of this thread, whoever else gets it: it may be the end of the
   * process.
   *
   * @param thrown passed over if it is no error
   */
  public static void handle(Throwable thrown) {
    if (thrown instanceof Error) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }
  }
}
