package io.github.extendclient.deletion;

import java.util.concurrent.CompletableFuture;

/**
 * A bulk deletion in the background, on a daemon thread.
 *
 * <pre>{@code
 * DeletionSweep sweep = extend.deletions().journal(path).start(ids);
 * Runtime.getRuntime().addShutdownHook(new Thread(sweep::close));       // on Ctrl-C, for instance
 * DeletionReport report = sweep.report().join();
 * }</pre>
 *
 * <p>The trap: {@link #close()} stops the sweep. To wait for its end, join {@link #report()}.
 */
public final class DeletionSweep implements AutoCloseable {
  private final Sweep sweep;
  private final CompletableFuture<DeletionReport> report = new CompletableFuture<>();

  private final Thread thread;

  private DeletionSweep(Sweep sweep, IdSource source) {
    this.sweep = sweep;
    this.thread = sweep.threads().daemon(() -> run(source), "extend-deletion");
  }

  static DeletionSweep start(Sweep sweep, IdSource source) {
    DeletionSweep started = new DeletionSweep(sweep, source);
    started.thread.start();
    return started;
  }

  /**
   * Returns a future for the report.
   *
   * @return a new future for each call, completed when the sweep ends, exceptionally with the
   *     exception that {@code run} would throw; cancelling it does not stop the sweep
   */
  public CompletableFuture<DeletionReport> report() {
    return report.copy();
  }

  /**
   * Returns the counts so far.
   *
   * @return a snapshot
   */
  public DeletionProgress progress() {
    return sweep.progress();
  }

  /**
   * Stops sending requests and returns at once. Requests under way continue, and the journal
   * records them. Interrupts the thread that reads the IDs, which may wait for the next one or for
   * its turn.
   */
  public void stop() {
    sweep.stop();
    thread.interrupt();
  }

  /**
   * Stops the sweep, and waits for the requests under way and the journal, at most as long as a
   * call of the client may take. An interrupt ends the wait; the thread's interrupt flag stays set.
   * Does not wait if a callback of the sweep calls it. Does not throw the exception of a failed
   * sweep: see {@link #report()}.
   */
  @Override
  public void close() {
    stop();
    sweep.threads().awaitUnlessCurrent(report);
  }

  private void run(IdSource source) {
    try {
      report.complete(sweep.run(source));
    } catch (Throwable e) {
      report.completeExceptionally(e);
    }
  }
}
