package io.github.extendclient.examples.retention;

import io.github.extendclient.deletion.DeletionSweep;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ends a sweep in good order when the process is asked to end, by Ctrl-C or SIGTERM: nothing more
 * is sent, answers under way are written to the journal, and the command says its last words.
 */
final class GracefulStop {
  // A call can take two minutes; a service manager kills after ten to ninety seconds.
  private static final int PATIENCE_SECONDS = 30;

  private final DeletionSweep sweep;
  private final PrintWriter err;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "retention-stop");

  private GracefulStop(DeletionSweep sweep, PrintWriter err) {
    this.sweep = sweep;
    this.err = err;
  }

  /**
   * Watches over a sweep.
   *
   * @param work waits for the sweep and says the last words
   * @return what {@code work} returns
   */
  static int during(DeletionSweep sweep, PrintWriter err, IntSupplier work) {
    GracefulStop stop = new GracefulStop(sweep, err);
    Runtime.getRuntime().addShutdownHook(stop.hook);
    try {
      return work.getAsInt();
    } finally {
      stop.release();
    }
  }

  private void release() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, by the hook or without it.
      return;
    }
  }

  private void stop() {
    sweep.stop();
    err.println();
    err.println("Stopping: waiting for the requests that are under way.");
    err.flush();
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        err.println(
            "Some requests have no answer yet, and the process ends all the same. What the journal"
                + " does not have is asked for again by the next run with it.");
        err.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
