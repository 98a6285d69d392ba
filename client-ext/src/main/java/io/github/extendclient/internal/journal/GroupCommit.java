package io.github.extendclient.internal.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Combines the writes of many threads: entries added while the disk is busy are forced to disk
 * together, by the first waiting thread. Thread-safe.
 *
 * @param <E> the type of the entries
 */
public final class GroupCommit<E> {
  private final Sink<E> sink;
  private final Object disk = new Object();
  private Batch next = new Batch();

  /**
   * Writes batches of entries.
   *
   * @param <E> the type of the entries
   */
  @FunctionalInterface
  public interface Sink<E> {
    /**
     * Writes a batch and forces it to disk; called by one thread at a time.
     *
     * @param batch not empty
     * @throws IOException if writing fails; then no entry of the batch counts
     */
    void write(List<E> batch) throws IOException;
  }

  /**
   * Creates a group commit to a sink.
   *
   * @param sink called by one thread at a time
   */
  public GroupCommit(Sink<E> sink) {
    this.sink = sink;
  }

  /**
   * Writes an entry, and returns when it is on disk.
   *
   * @param entry the entry
   * @throws IOException if writing fails
   */
  public void write(E entry) throws IOException {
    Batch batch;
    synchronized (this) {
      batch = next;
      batch.entries.add(entry);
    }
    synchronized (disk) {
      batch.settle();
    }
    if (batch.failure != null) {
      throw new IOException(batch.failure.getMessage(), batch.failure);
    }
  }

  private synchronized void close(Batch batch) {
    if (next == batch) {
      next = new Batch();
    }
  }

  private final class Batch {
    final List<E> entries = new ArrayList<>();
    private boolean settled;
    private @Nullable IOException failure;

    void settle() {
      if (!settled) {
        close(this);
        try {
          sink.write(entries);
        } catch (IOException e) {
          failure = e;
        }
        settled = true;
      }
    }
  }
}
