package io.github.extendclient.deletion;

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
 * Writes results to the journal and counts them, on a thread of its own. Results that arrive while
 * the disk is busy are written together, so that a slow disk does not slow the requests down.
 */
final class ResultWriter implements Closeable {
  // Bounds the memory for results that the disk has yet to take, and with it how many requests a
  // sweep repeats after a sudden end in the worst case.
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
   * @param journal null if nothing is to be written
   * @param onFailure is told, on the writer's thread, that nothing more is written or counted
   */
  ResultWriter(
      @Nullable DeletionJournal journal,
      DeletionCounter counter,
      Consumer<? super DeletionProgress> listener,
      Runnable onFailure) {
    this.journal = journal;
    this.counter = counter;
    this.listener = listener;
    this.onFailure = onFailure;
    Thread thread = new Thread(this::work, "extend-deletion-journal");
    thread.setDaemon(true);
    thread.start();
  }

  /** Makes sure that there is room for one result, which must follow. */
  void reserve() throws InterruptedException {
    room.acquire();
  }

  /** Gives back what was reserved. */
  void release() {
    room.release();
  }

  /** Takes a result for which room was reserved. Never blocks. */
  void add(DeletionResult result) {
    results.add(result);
  }

  /**
   * Waits for all results that room was reserved for, and ends. Cannot be interrupted.
   *
   * @throws IOException what the journal threw, after which nothing was written or counted; what
   *     the listener threw is thrown as it is
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
      listener.accept(counter.progress());
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      onFailure.run();
    }
  }
}
