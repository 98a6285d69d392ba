package io.github.extendclient.internal.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets many threads write to one disk: what they bring while it is busy is forced to it together,
 * by whichever of them comes first. Thread-safe.
 *
 * @param <E> what is written
 */
public final class GroupCommit<E> {
  private final Sink<E> sink;
  private final Object disk = new Object();
  private Batch next = new Batch();

  /**
   * Where it goes.
   *
   * @param <E> what is written
   */
  @FunctionalInterface
  public interface Sink<E> {
    /**
     * Writes, and forces to the disk; called by one thread at a time.
     *
     * @param batch not empty
     * @throws IOException if the disk does not take it, after which none of the batch counts
     */
    void write(List<E> batch) throws IOException;
  }

  /**
   * A writer to a sink.
   *
   * @param sink called by one thread at a time
   */
  public GroupCommit(Sink<E> sink) {
    this.sink = sink;
  }

  /**
   * Returns when the entry is on the disk.
   *
   * @param entry what is written
   * @throws IOException if the disk does not take it
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
