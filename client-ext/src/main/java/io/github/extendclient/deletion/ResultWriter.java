package io.github.extendclient.deletion;

import io.github.extendclient.internal.callback.JobThreads;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes results to the journal and counts them, on its own thread. Results that arrive while the
 * disk is busy are written together, so a slow disk does not slow down the requests.
 */
final class ResultWriter implements Closeable {
  // Bounds the unwritten results in memory, and so the number of requests that a job repeats
  // after a crash.
  private static final int ROOM = 1024;

  private static final DeletionResult END = DeletionResult.skipped("");

  private final @Nullable DeletionJournal journal;
  private final DeletionCounter counter;
  private final Consumer<? super DeletionProgress> listener;
  private final Runnable onFailure;
  private final Semaphore room = new Semaphore(ROOM);
  private final BlockingQueue<DeletionResult> results = new LinkedBlockingQueue<>();
  private volatile @Nullable Throwable failure;

  /**
   * Starts the thread.
   *
   * @param journal null for no journal
   * @param onFailure called on the writer's thread after a failure, which ends writing and counting
   */
  ResultWriter(
      @Nullable DeletionJournal journal,
      DeletionCounter counter,
      Consumer<? super DeletionProgress> listener,
      Runnable onFailure,
      JobThreads threads) {
    this.journal = journal;
    this.counter = counter;
    this.listener = listener;
    this.onFailure = onFailure;
    threads.daemon(this::work, "extend-deletion-journal").start();
  }

  /** Reserves room for one result, which must follow. Blocks while there is none. */
  void reserve() throws InterruptedException {
    room.acquire();
  }

  /** Releases reserved room. */
  void release() {
    room.release();
  }

  /** Adds a result for which room was reserved. Never blocks. */
  void add(DeletionResult result) {
    results.add(result);
  }

  /**
   * Waits for all results with reserved room, then ends the thread. Not interruptible.
   *
   * @throws IOException if the journal failed; nothing was written or counted after that. An
   *     exception of the listener is rethrown
   */
  @Override
  public void close() throws IOException {
    room.acquireUninterruptibly(ROOM);
    results.add(END);
    Throwable thrown = failure;
    if (thrown instanceof IOException e) {
      throw e;
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown != null) {
      throw (Error) thrown;
    }
  }

  private void work() {
    List<DeletionResult> batch = new ArrayList<>();
    for (DeletionResult first = take(); first != END; first = take()) {
      batch.add(first);
      results.drainTo(batch);
      if (failure == null) {
        settle(batch);
      }
      room.release(batch.size());
      batch.clear();
    }
  }

  private DeletionResult take() {
    try {
      return results.take();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody has this thread to interrupt it.", e);
    }
  }

  private void settle(List<DeletionResult> batch) {
    try {
      if (journal != null) {
        journal.append(batch);
      }
      counter.add(batch);
      JobThreads.run(() -> listener.accept(counter.progress()));
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      onFailure.run();
    }
  }
}
