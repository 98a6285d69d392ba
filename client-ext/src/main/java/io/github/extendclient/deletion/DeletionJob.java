package io.github.extendclient.deletion;

import java.util.concurrent.CompletableFuture;

/**
 * A bulk deletion in the background, on a daemon thread.
 *
 * <pre>{@code
 * DeletionJob job = extend.deletions().journal(path).start(ids);
 * Runtime.getRuntime().addShutdownHook(new Thread(job::close));       // on Ctrl-C, for instance
 * DeletionReport report = job.report().join();
 * }</pre>
 *
 * <p>The trap: {@link #close()} stops the job. To wait for its end, join {@link #report()}.
 */
public final class DeletionJob implements AutoCloseable {
  private final DeletionTask job;
  private final CompletableFuture<DeletionReport> report = new CompletableFuture<>();

  private final Thread thread;

  private DeletionJob(DeletionTask job, IdSource source) {
    this.job = job;
    this.thread = job.threads().daemon(() -> run(source), "extend-deletion");
  }

  static DeletionJob start(DeletionTask job, IdSource source) {
    DeletionJob started = new DeletionJob(job, source);
    started.thread.start();
    return started;
  }

  /**
   * Returns a future for the report.
   *
   * @return a new future for each call, completed when the job ends, exceptionally with the
   *     exception that {@code run} would throw; cancelling it does not stop the job
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
    return job.progress();
  }

  /**
   * Stops sending requests and returns at once. Requests under way continue, and the journal
   * records them. Interrupts the thread that reads the IDs, which may wait for the next one or for
   * its turn.
   */
  public void stop() {
    job.stop();
    thread.interrupt();
  }

  /**
   * Stops the job, and waits for the requests under way and the journal, at most as long as a call
   * of the client may take. An interrupt ends the wait; the thread's interrupt flag stays set. Does
   * not wait if a callback of the job calls it. Does not throw the exception of a failed job: see
   * {@link #report()}.
   */
  @Override
  public void close() {
    stop();
    job.threads().awaitUnlessCurrent(report);
  }

  private void run(IdSource source) {
    try {
      report.complete(job.run(source));
    } catch (Throwable e) {
      report.completeExceptionally(e);
    }
  }
}
