package io.github.extendclient.internal.call;

import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.id.IdRejection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * The {@code Call} form of an operation. Its response may be an error, as in plain Retrofit;
 * without a response, it fails with an exception of this client.
 */
final class RetryingCall<T> implements Call<T> {
  private final CallContext context;
  private final ApiOperation operation;
  private final Call<T> prototype;
  private final Timeout timeout = new Timeout();
  private final AtomicBoolean executed = new AtomicBoolean();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile @Nullable Consumer<Stop> running;

  RetryingCall(CallContext context, ApiOperation operation, Call<T> prototype) {
    this.context = context;
    this.operation = operation;
    this.prototype = prototype;
  }

  @Override
  public Response<T> execute() {
    BlockingCall<T> call = new BlockingCall<>(begin());
    run(call::stop);
    return call.run().response();
  }

  @Override
  public void enqueue(Callback<T> callback) {
    AsyncCall<T> call =
        new AsyncCall<>(
            begin(),
            context.client.queue,
            new CallOutcome<>() {
              @Override
              public void received(Step.Received<T> received) {
                callback.onResponse(RetryingCall.this, received.response());
              }

              @Override
              public void failed(Throwable failure) {
                callback.onFailure(RetryingCall.this, failure);
              }
            });
    run(call::stop);
    call.start();
  }

  private OperationCall<T> begin() {
    if (!executed.compareAndSet(false, true)) {
      throw new IllegalStateException("This call was already executed: make a clone() of it.");
    }
    long nanos = timeout.timeoutNanos();
    return new OperationCall<>(
        context, operation, prototype.clone(), nanos == 0 ? null : Duration.ofNanos(nanos), null);
  }

  private void run(Consumer<Stop> stop) {
    running = stop;
    if (cancelled.get()) {
      stop.accept(Stop.CANCELLED);
    }
  }

  @Override
  public boolean isExecuted() {
    return executed.get();
  }

  @Override
  public void cancel() {
    cancelled.set(true);
    Consumer<Stop> stop = running;
    if (stop != null) {
      stop.accept(Stop.CANCELLED);
    }
  }

  @Override
  public boolean isCanceled() {
    return cancelled.get();
  }

  @Override
  @SuppressWarnings("CloneDoesntCallSuperClone")
  public Call<T> clone() {
    return new RetryingCall<>(context, operation, prototype.clone());
  }

  /**
   * Returns the request without the headers that the client adds on sending, which include the key.
   */
  @Override
  public Request request() {
    try {
      return prototype.request();
    } catch (IdRejection e) {
      throw context.ids.explain(e, operation.method());
    }
  }

  /** Returns the timeout of the whole call, to be set before it is executed. */
  @Override
  public Timeout timeout() {
    return timeout;
  }
}
