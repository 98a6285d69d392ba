package io.github.extendclient.internal.call;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Limits the requests of asynchronous calls under way; others wait in order, without a thread.
 * Called on any thread; the lock guards the waiting places and the count.
 */
final class RequestQueue {
  private final int limit;
  private final Executor workers;
  private final Executor handover;
  private final Set<Place> waiting = new LinkedHashSet<>();
  private int running;

  /**
   * Creates an empty queue.
   *
   * @param workers run the tasks
   * @param handover passes tasks to the workers, which may block
   */
  RequestQueue(int limit, Executor workers, Executor handover) {
    this.limit = limit;
    this.workers = workers;
    this.handover = handover;
  }

  /**
   * Returns a place for one request, which must still join the queue.
   *
   * @param task runs on a worker when its turn comes, and releases the place when its request has
   *     ended
   * @param failed called instead of the task if no thread is available
   */
  Place place(Runnable task, Consumer<Throwable> failed) {
    return new Place(task, failed);
  }

  private void startNext() {
    List<Runnable> failures = new ArrayList<>();
    for (Place next = takeNext(); next != null; next = takeNext()) {
      Place place = next;
      try {
        workers.execute(place.task);
      } catch (Throwable e) {
        // No thread is available, or the user's executor rejects the task.
        place.giveBack();
        failures.add(() -> place.failed.accept(e));
      }
    }
    failures.forEach(Runnable::run);
  }

  private synchronized @Nullable Place takeNext() {
    Iterator<Place> first = waiting.iterator();
    if (running == limit || !first.hasNext()) {
      return null;
    }
    Place next = first.next();
    first.remove();
    next.isRunning = true;
    running++;
    return next;
  }

  /** The place of one request, from its wait to its end. */
  final class Place {
    private final Runnable task;
    private final Consumer<Throwable> failed;
    private boolean isRunning;
    private boolean hasLeft;

    private Place(Runnable task, Consumer<Throwable> failed) {
      this.task = task;
      this.failed = failed;
    }

    void join() {
      synchronized (RequestQueue.this) {
        if (!hasLeft) {
          waiting.add(this);
        }
      }
      handover.execute(RequestQueue.this::startNext);
    }

    /** Releases the place to the next request. Further calls have no effect. */
    void leave() {
      giveBack();
      handover.execute(RequestQueue.this::startNext);
    }

    private void giveBack() {
      synchronized (RequestQueue.this) {
        hasLeft = true;
        if (isRunning) {
          isRunning = false;
          running--;
        } else {
          waiting.remove(this);
        }
      }
    }
  }
}
