package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import io.github.extendclient.testing.internal.thread.ServerThreads;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs the work on documents on its own threads, within limits. The thread of a request waits for
 * the result, but no longer than the time limit. A thread that does not end then, because it is in
 * a loop of a library, is abandoned.
 */
public final class DocumentThreads implements AutoCloseable {
  /**
   * Work on one document.
   *
   * @param <T> what it makes
   */
  public interface Work<T> {
    /** Does the work, and checks the budget at each step. */
    T run(Budget budget) throws RunFailedException;
  }

  private final DocumentLimits limits;
  private final ServerThreads threads;
  private final ExecutorService executor;
  private final Map<FutureTask<?>, Budget> running = new ConcurrentHashMap<>();

  /** Threads with this name. */
  public DocumentThreads(DocumentLimits limits, Supplier<String> name) {
    this.limits = limits;
    this.threads = new ServerThreads(name);
    this.executor = Executors.newCachedThreadPool(threads);
  }

  /**
   * Does the work and waits for its result.
   *
   * @throws RunFailedException if the work does, or if it goes beyond a limit
   */
  public <T> T within(Work<T> work) throws RunFailedException {
    Budget budget = new Budget(limits);
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              budget.begin();
              return work.run(budget);
            });
    running.put(task, budget);
    try {
      executor.execute(task);
      return await(task, budget);
    } catch (RejectedExecutionException | CancellationException e) {
      throw closed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw closed();
    } catch (LimitExceededException e) {
      throw e.toRunFailed();
    } finally {
      budget.stop();
      running.remove(task);
    }
  }

  private static <T> T await(FutureTask<T> task, Budget budget)
      throws InterruptedException, RunFailedException {
    while (true) {
      long left = budget.remainingNanos();
      if (left <= 0) {
        throw budget.timeExceeded();
      }
      try {
        return task.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        continue; // The time may have been lengthened.
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      }
    }
  }

  private static RunFailedException failure(Throwable cause) {
    if (cause instanceof RunFailedException unreadable) {
      return unreadable;
    }
    if (cause instanceof StackOverflowError) {
      return new RunFailedException(
          Reason.CORRUPT_FILE,
          "The file nests objects deeper than the stack of a thread holds, which is the limit of"
              + " the embedded server.");
    }
    if (cause instanceof OutOfMemoryError) {
      return new RunFailedException(
          Reason.CORRUPT_FILE,
          "Reading the file takes more memory than the JVM of the embedded server has.");
    }
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    throw new AssertionError("the embedded server failed because of a bug", cause);
  }

  private static RunFailedException closed() {
    return new RunFailedException(
        Reason.INTERNAL_ERROR, "The embedded server was closed while it read the file.");
  }

  /** Ends all work. */
  @Override
  public void close() {
    executor.shutdownNow();
    running.forEach(
        (task, budget) -> {
          budget.stop();
          task.cancel(true);
        });
    threads.join();
  }
}
