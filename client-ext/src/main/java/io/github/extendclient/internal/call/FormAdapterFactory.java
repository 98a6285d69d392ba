package io.github.extendclient.internal.call;

import io.github.extendclient.internal.catalog.ApiOperation;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/**
 * The three forms of an operation: the answer itself, a future of it, and a {@code Call}. A failure
 * always comes out where the form's failures come out, that of an ID check too: thrown, in the
 * future, or from {@code execute} and {@code onFailure}. So no form can lose the failures of other
 * calls that were started before.
 */
final class FormAdapterFactory extends CallAdapter.Factory {
  private final CallContext context;

  FormAdapterFactory(CallContext context) {
    this.context = context;
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    ApiOperation operation = ApiOperation.in(annotations);
    if (operation == null) {
      return null;
    }
    Class<?> raw = getRawType(returnType);
    if (raw == Call.class) {
      return new CallForm<>(context, operation, answerOf(returnType));
    }
    if (raw == CompletableFuture.class) {
      return new FutureForm<>(context, operation, answerOf(returnType));
    }
    return new BlockingForm<>(context, operation, returnType);
  }

  private static Type answerOf(Type form) {
    return getParameterUpperBound(0, (ParameterizedType) form);
  }

  private record BlockingForm<T>(CallContext context, ApiOperation operation, Type responseType)
      implements CallAdapter<T, T> {
    @Override
    public T adapt(Call<T> call) {
      LogicalCall<T> logical = new LogicalCall<>(context, operation, call, null);
      return logical.bodyOf(logical.run());
    }
  }

  private record FutureForm<T>(CallContext context, ApiOperation operation, Type responseType)
      implements CallAdapter<T, CompletableFuture<T>> {
    @Override
    public CompletableFuture<T> adapt(Call<T> call) {
      LogicalCall<T> logical = new LogicalCall<>(context, operation, call, null);
      CallFuture<T> future = new CallFuture<>(logical);
      logical.start(future);
      return future.cancelling();
    }
  }

  private record CallForm<T>(CallContext context, ApiOperation operation, Type responseType)
      implements CallAdapter<T, Call<T>> {
    @Override
    public Call<T> adapt(Call<T> call) {
      return new RetryingCall<>(context, operation, call);
    }
  }
}
