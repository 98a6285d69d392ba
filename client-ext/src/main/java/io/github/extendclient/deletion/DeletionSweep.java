package io.github.extendclient.deletion;

import java.util.concurrent.CompletableFuture;

/**
 * A deletion that goes on in the background, on a daemon thread.
 *
 * <pre>{@code
 * DeletionSweep sweep = extend.deletions().journal(path).start(ids);
 * Runtime.getRuntime().addShutdownHook(new Thread(sweep::close));       // on Ctrl-C, for instance
 * DeletionReport report = sweep.report().join();
 * }</pre>
 *
 * <p>The trap: {@link #close()} stops it. To wait for its end, join {@link #report()}.
 */
public final class DeletionSweep implements AutoCloseable {
  private final Sweep sweep;
  private final CompletableFuture<DeletionReport> report = new CompletableFuture<>();

  private DeletionSweep(Sweep sweep) {
    this.sweep = sweep;
  }

  static DeletionSweep start(Sweep sweep, IdSource source) {
    DeletionSweep started = new DeletionSweep(sweep);
    Thread thread = new Thread(() -> started.run(source), "extend-deletion");
    thread.setDaemon(true);
    thread.start();
    return started;
  }

  /**
   * The report, when the sweep has ended.
   *
   * @return a future of its own for each caller; it fails with what {@code run} would have thrown.
   *     Cancelling it does not stop the sweep
   */
  public CompletableFuture<DeletionReport> report() {
    return report.copy();
  }

  /**
   * What has been counted so far.
   *
   * @return a snapshot
   */
  public DeletionProgress progress() {
    return sweep.progress();
  }

  /** Sends nothing more, and returns at once. Requests under way go on and are written down. */
  public void stop() {
    sweep.stop();
  }

  /**
   * Stops, and waits for the requests that are under way and for the journal; at most as long as a
   * call of the client may take. Does not throw what the sweep threw: {@link #report()} has it.
   */
  @Override
  public void close() {
    stop();
    report.exceptionally(failure -> null).join();
  }

  private void run(IdSource source) {
    try {
      report.complete(sweep.run(source));
    } catch (RuntimeException | Error e) {
      report.completeExceptionally(e);
    }
  }
}
