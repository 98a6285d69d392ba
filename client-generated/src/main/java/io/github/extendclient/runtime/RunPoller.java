package io.github.extendclient.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

  /**
   * Reads a run as soon as it is created, until it is no longer pending.
   *
   * @param <C> what the create answers
   * @param <T> what a read answers
   * @param created the create under way
   * @param id gives the run's ID from the answer of the create
   * @param retrieve reads the run of an ID
   * @param pending tells whether the work still goes on
   * @return completed with the first answer that is not pending, or exceptionally; cancelling it
   *     cancels the create or ends the polling
   */
  default <C, T> CompletableFuture<T> pollOnceCreated(
      CompletableFuture<C> created,
      Function<C, String> id,
      Function<String, CompletableFuture<T>> retrieve,
      Predicate<T> pending) {
    CompletableFuture<T> result = new CompletableFuture<>();
    result.whenComplete((run, failure) -> created.cancel(true));
    created
        .thenCompose(
            answer -> {
              CompletableFuture<T> polling = pollAsync(id.apply(answer), retrieve, pending);
              result.whenComplete((run, failure) -> polling.cancel(true));
              return polling;
            })
        .whenComplete(
            (run, failure) -> {
              if (failure == null) {
                result.complete(run);
              } else {
                result.completeExceptionally(
                    failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure);
              }
            });
    return result;
  }
}
