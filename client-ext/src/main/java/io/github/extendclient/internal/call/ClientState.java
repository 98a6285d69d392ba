package io.github.extendclient.internal.call;

import io.github.extendclient.internal.log.Loggers;
import io.github.extendclient.internal.retry.RetryBudget;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.UncaughtErrors;
import io.github.extendclient.internal.time.Workers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The state shared by a client and its views: threads, queue, retry budget, whether it is closed.
 * Used by all their calls, on any thread; each part guards itself.
 */
final class ClientState {
  private static final Logger LOG = Loggers.named("io.github.extendclient.calls");

  final RetryBudget budget = new RetryBudget();

  /**
   * The client's own threads, for name lookups and for calls that end from outside, and for all
   * tasks if the user set no executor.
   */
  final Workers threads = new Workers("extend-client-");

  /** Run the attempts of asynchronous calls and complete their futures. */
  final Executor workers;

  final RequestQueue queue;

  /** The queue of blocking calls that read a stream on a worker while the caller waits. */
  final RequestQueue unbounded;

  private final Set<Runnable> endsOfWaits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * The state of a new client.
   *
   * @param executor the user's executor; null for the client's own threads
   */
  ClientState(@Nullable Executor executor, int maxConcurrentRequests) {
    workers = executor == null ? threads : executor;
    // The user's executor may block, or run its tasks at once, and must not do so on the timer.
    Executor handover = executor == null ? Runnable::run : this::offTheTimer;
    queue = new RequestQueue(maxConcurrentRequests, workers, handover);
    unbounded = new RequestQueue(Integer.MAX_VALUE, workers, handover);
  }

  /** Runs a task; if this is the timer's thread, on one of the client's own. */
  private void offTheTimer(Runnable task) {
    if (SystemTimeline.isTimer(Thread.currentThread())) {
      runAside(task);
    } else {
      task.run();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Ends the calls that wait for a turn, a place or the next attempt. */
  void close() {
    closed = true;
    endsOfWaits.forEach(Runnable::run);
    threads.close();
  }

  /**
   * Registers a waiting call without a request under way.
   *
   * @param end ends the call when the client is closed; runs at once if it is
   */
  void startWaiting(Runnable end) {
    endsOfWaits.add(end);
    if (closed) {
      end.run();
    }
  }

  void stopWaiting(Runnable end) {
    endsOfWaits.remove(end);
  }

  /**
   * Runs a task other than a request: the completion of a call, or a cancellation. Does not use the
   * user's executor, whose threads may all be blocked, so that each call ends by its deadline.
   */
  void runAside(Runnable task) {
    Runnable guarded = () -> runGuarded(task);
    try {
      threads.execute(guarded);
    } catch (Throwable noThread) {
      guarded.run();
    }
  }

  static void runGuarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      report("Code of the user failed after its call had ended.", e);
    }
  }

  /**
   * Reports a failure that no caller can receive: exceptions to the log, errors also to the
   * thread's handler.
   */
  private static void report(String what, Throwable thrown) {
    try {
      LOG.warn(what, thrown);
    } finally {
      UncaughtErrors.handle(thrown);
    }
  }
}
