package io.github.extendclient.internal.call;

/** Gets the one end of an asynchronous call, on a worker or on the thread that started the call. */
interface CallOutcome<T> {
  void answered(Step.Answer<T> answer);

  void failed(Throwable failure);
}
