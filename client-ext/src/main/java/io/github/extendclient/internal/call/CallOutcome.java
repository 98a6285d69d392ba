package io.github.extendclient.internal.call;

/**
 * Receives the outcome of an asynchronous call, once, on a worker or on the thread that started the
 * call.
 */
interface CallOutcome<T> {
  void received(Step.Received<T> received);

  void failed(Throwable failure);
}
