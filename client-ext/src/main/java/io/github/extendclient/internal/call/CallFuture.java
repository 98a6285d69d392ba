package io.github.extendclient.internal.call;

import java.util.concurrent.CompletableFuture;

/**
 * The future form of an operation: whoever completes it first, a cancellation too, ends the call.
 */
final class CallFuture<T> implements LogicalCall.Outcome<T> {
  private final LogicalCall<T> call;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private volatile boolean ended;

  CallFuture(LogicalCall<T> call) {
    this.call = call;
  }

  /** The future, which cancels the call when it is completed from outside. */
  CompletableFuture<T> cancelling() {
    future.whenComplete(
        (value, failure) -> {
          if (!ended) {
            call.cancel();
          }
        });
    return future;
  }

  @Override
  public void answered(Step.Answer<T> answer) {
    ended = true;
    try {
      future.complete(call.bodyOf(answer));
    } catch (RuntimeException e) {
      future.completeExceptionally(e);
    }
  }

  @Override
  public void failed(Throwable failure) {
    ended = true;
    future.completeExceptionally(failure);
  }
}
