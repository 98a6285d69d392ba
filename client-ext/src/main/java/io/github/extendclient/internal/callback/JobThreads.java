package io.github.extendclient.internal.callback;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a job in the background. Code of the user that runs on one of them may close the
 * job: the close must not wait for the end of its own thread. Thread-safe.
 */
public final class JobThreads {
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /**
   * Makes a daemon thread of the job.
   *
   * @param task the task of the thread
   * @param name the name of the thread
   * @return a thread that is not started
   */
  public Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  /**
   * Runs code of the user on a thread of a job. Clears the interrupt flag, which only that code can
   * have set: it would end the next request, or close the journal.
   *
   * @param code may throw anything
   * @throws CallbackFailure with what the code threw
   */
  public static void run(Runnable code) {
    call(Executors.callable(code));
  }

  /**
   * Like {@link #run}, with a result.
   *
   * @param <T> the type of the result
   * @param code may throw anything
   * @return the result of the code
   */
  public static <T extends @Nullable Object> T call(Callable<T> code) {
    try {
      return code.call();
    } catch (Throwable e) {
      throw CallbackFailure.of(e);
    } finally {
      Thread.interrupted();
    }
  }

  /**
   * Waits for the end of the job, unless one of its own threads calls this. An interrupt ends the
   * wait; the thread's interrupt flag stays set.
   *
   * @param end completed when the job ends, in whichever way
   */
  public void awaitUnlessCurrent(CompletableFuture<?> end) {
    if (threads.contains(Thread.currentThread())) {
      return;
    }
    try {
      end.handle((ended, failure) -> true).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new AssertionError("Handled above.", e);
    }
  }
}
