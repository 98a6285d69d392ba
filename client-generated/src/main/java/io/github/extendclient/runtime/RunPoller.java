package io.github.extendclient.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Waits for a run to end by reading it again and again. The extension module has the
 * implementation; the {@code createAndPoll} methods of the generated interfaces take one.
 */
public interface RunPoller {
  /**
   * Reads a run until it is no longer pending, blocking the calling thread.
   *
   * @param <T> what a read answers
   * @param id the run's ID
   * @param retrieve reads the run of an ID
   * @param pending tells whether the work still goes on
   * @return the first answer that is not pending
   */
  <T> T poll(String id, Function<String, T> retrieve, Predicate<T> pending);

  /**
   * Reads a run until it is no longer pending, holding no thread between the reads.
   *
   * @param <T> what a read answers
   * @param id the run's ID
   * @param retrieve reads the run of an ID
   * @param pending tells whether the work still goes on
   * @return completed with the first answer that is not pending, or exceptionally; cancelling it
   *     ends the polling
   */
  <T> CompletableFuture<T> pollAsync(
      String id, Function<String, CompletableFuture<T>> retrieve, Predicate<T> pending);
}
