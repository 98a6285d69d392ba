package io.github.extendclient.internal.call;

import io.github.extendclient.error.CallFacts;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.config.ApiKeyRejection;
import io.github.extendclient.internal.id.IdRejection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * The {@code Call} form of an operation. Its answer may be an error, as in plain Retrofit; what
 * leads to no answer at all comes as one of our exceptions.
 */
final class RetryingCall<T> implements Call<T> {
  private final CallContext context;
  private final ApiOperation operation;
  private final Call<T> prototype;
  private final Timeout timeout = new Timeout();
  private final AtomicBoolean executed = new AtomicBoolean();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile @Nullable LogicalCall<T> running;

  RetryingCall(CallContext context, ApiOperation operation, Call<T> prototype) {
    this.context = context;
    this.operation = operation;
    this.prototype = prototype;
  }

  @Override
  public Response<T> execute() {
    return begin().run().response();
  }

  @Override
  public void enqueue(Callback<T> callback) {
    begin()
        .start(
            new LogicalCall.Outcome<>() {
              @Override
              public void answered(Step.Answer<T> answer) {
                callback.onResponse(RetryingCall.this, answer.response());
              }

              @Override
              public void failed(Throwable failure) {
                callback.onFailure(RetryingCall.this, failure);
              }
            });
  }

  private LogicalCall<T> begin() {
    if (!executed.compareAndSet(false, true)) {
      throw new IllegalStateException("This call was already executed: make a clone() of it.");
    }
    long nanos = timeout.timeoutNanos();
    LogicalCall<T> call =
        new LogicalCall<>(
            context, operation, prototype.clone(), nanos == 0 ? null : Duration.ofNanos(nanos));
    running = call;
    if (cancelled.get()) {
      call.cancel();
    }
    return call;
  }

  @Override
  public boolean isExecuted() {
    return executed.get();
  }

  @Override
  public void cancel() {
    cancelled.set(true);
    LogicalCall<T> call = running;
    if (call != null) {
      call.cancel();
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

  @Override
  public Request request() {
    try {
      return prototype.request();
    } catch (IdRejection e) {
      throw context.ids.explain(e, operation.method());
    } catch (ApiKeyRejection e) {
      CallFacts unsent =
          new CallFacts(operation.method(), operation.path(), 0, Duration.ZERO, false);
      throw CallFailures.noKey(operation, unsent, e);
    }
  }

  /** A limit for the whole call, set before it is executed. */
  @Override
  public Timeout timeout() {
    return timeout;
  }
}
