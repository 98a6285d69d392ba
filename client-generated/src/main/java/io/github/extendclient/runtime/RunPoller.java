package io.github.extendclient.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Polls a run until it ends. The module {@code extend-client} implements this interface; the {@code
 * createAndPoll} methods of the generated interfaces use it.
 */
public interface RunPoller {
  /**
   * Reads a run until it is no longer pending, blocking the calling thread.
   *
   * @param <T> the type of the run
   * @param id the run's ID
   * @param retrieve reads the run
   * @param pending returns whether the run has not ended
   * @return the first response that is not pending
   */
  <T> T poll(String id, Function<String, T> retrieve, Predicate<T> pending);

  /**
   * Reads a run until it is no longer pending, without blocking a thread between the reads.
   *
   * @param <T> the type of the run
   * @param id the run's ID
   * @param retrieve reads the run
   * @param pending returns whether the run has not ended
   * @return a future of the first response that is not pending; cancelling it ends the polling
   */
  <T> CompletableFuture<T> pollAsync(
      String id, Function<String, CompletableFuture<T>> retrieve, Predicate<T> pending);

  /**
   * Waits for a run to be created, then reads it until it is no longer pending.
   *
   * @param <C> the type of the create's response
   * @param <T> the type of the run
   * @param created the future of the create
   * @param id returns the run's ID from the response of the create
   * @param retrieve reads the run
   * @param pending returns whether the run has not ended
   * @return a future of the first response that is not pending; cancelling it cancels the create or
   *     ends the polling
   */
  default <C, T> CompletableFuture<T> pollOnceCreated(
      CompletableFuture<C> created,
      Function<C, String> id,
      Function<String, CompletableFuture<T>> retrieve,
      Predicate<T> pending) {
    CompletableFuture<T> result = new CompletableFuture<>();
    // The create, then the polling, which must not keep the response of the create in memory.
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
