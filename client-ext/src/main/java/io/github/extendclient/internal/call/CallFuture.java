package io.github.extendclient.internal.call;

import java.util.concurrent.CompletableFuture;

/**
 * The future form of an operation. Completing or cancelling the future from outside ends the call.
 */
final class CallFuture<T> implements CallOutcome<T> {
  private final OperationCall<T> call;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private volatile boolean ended;

  private CallFuture(OperationCall<T> call) {
    this.call = call;
  }

  /** Starts the call; completing the future from outside cancels the call. */
  static <T> CompletableFuture<T> start(OperationCall<T> call) {
    CallFuture<T> outcome = new CallFuture<>(call);
    AsyncCall<T> async = new AsyncCall<>(call, call.context.client.queue, outcome);
    async.start();
    outcome.future.whenComplete(
        (value, failure) -> {
          if (!outcome.ended) {
            async.stop(Stop.CANCELLED);
          }
        });
    return outcome.future;
  }

  @Override
  public void received(Step.Received<T> received) {
    ended = true;
    T body;
    try {
      body = call.bodyOf(received);
    } catch (Throwable e) {
      failed(e);
      return;
    }
    future.complete(body);
  }

  @Override
  public void failed(Throwable failure) {
    ended = true;
    future.completeExceptionally(failure);
  }
}
