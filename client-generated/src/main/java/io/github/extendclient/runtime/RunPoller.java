package io.github.extendclient.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
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
   * @param <T> what a read returns
   * @param id the run's ID
   * @param retrieve reads the run of an ID
   * @param pending tells whether the work still goes on
   * @return the first response that is not pending
   */
  <T> T poll(String id, Function<String, T> retrieve, Predicate<T> pending);

  /**
   * Reads a run until it is no longer pending, holding no thread between the reads.
   *
   * @param <T> what a read returns
   * @param id the run's ID
   * @param retrieve reads the run of an ID
   * @param pending tells whether the work still goes on
   * @return completed with the first response that is not pending, or exceptionally; cancelling it
   *     ends the polling
   */
  <T> CompletableFuture<T> pollAsync(
      String id, Function<String, CompletableFuture<T>> retrieve, Predicate<T> pending);

  /**
   * Reads a run as soon as it is created, until it is no longer pending.
   *
   * @param <C> what the create returns
   * @param <T> what a read returns
   * @param created the create under way
   * @param id gives the run's ID from the response of the create
   * @param retrieve reads the run of an ID
   * @param pending tells whether the work still goes on
   * @return completed with the first response that is not pending, or exceptionally; cancelling it
   *     cancels the create or ends the polling
   */
  default <C, T> CompletableFuture<T> pollOnceCreated(
      CompletableFuture<C> created,
      Function<C, String> id,
      Function<String, CompletableFuture<T>> retrieve,
      Predicate<T> pending) {
    CompletableFuture<T> result = new CompletableFuture<>();
    // The create, then the polling. The response of the create must not be held while it goes on.
    AtomicReference<CompletableFuture<?>> underWay = new AtomicReference<>(created);
    result.whenComplete((run, failure) -> underWay.get().cancel(true));
    created.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            result.completeExceptionally(failure);
            return;
          }
          try {
            CompletableFuture<T> polling = pollAsync(id.apply(response), retrieve, pending);
            underWay.set(polling);
            polling.whenComplete(
                (run, thrown) -> {
                  if (thrown == null) {
                    result.complete(run);
                  } else {
                    result.completeExceptionally(thrown);
                  }
                });
            if (result.isDone()) {
              polling.cancel(true);
            }
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }
}
