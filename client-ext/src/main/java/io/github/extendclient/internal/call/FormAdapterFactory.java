package io.github.extendclient.internal.call;

import io.github.extendclient.internal.catalog.ApiOperation;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Adapts an operation to its three forms: the response itself, a future, and a {@code Call}. All
 * failures, those of ID checks included, are reported the way of the form: thrown, in the future,
 * or by {@code execute} and {@code onFailure}. So a failed check never prevents a caller from
 * seeing calls that it started before.
 */
final class FormAdapterFactory extends CallAdapter.Factory {
  private static final MediaType JSON = MediaType.get("application/json");

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
      return new CallForm<>(context, operation, responseOf(returnType));
    }
    Type response = raw == CompletableFuture.class ? responseOf(returnType) : returnType;
    Calls<Object> calls =
        new Calls<>(context, operation, emptyBody(operation, response, annotations, retrofit));
    return raw == CompletableFuture.class
        ? new FutureForm<>(calls, response)
        : new BlockingForm<>(calls, response);
  }

  private static Type responseOf(Type form) {
    return getParameterUpperBound(0, (ParameterizedType) form);
  }

  /**
   * Returns the response for a success without a body: for a deletion, a model without properties.
   * Any other success must have a body, unless its type is {@code Void}.
   */
  private static @Nullable Supplier<Object> emptyBody(
      ApiOperation operation, Type response, Annotation[] annotations, Retrofit retrofit) {
    if (response == Void.class) {
      return () -> null;
    }
    if (!operation.method().equals("DELETE")) {
      return null;
    }
    return () -> {
      Converter<ResponseBody, Object> converter =
          retrofit.responseBodyConverter(response, annotations);
      try {
        return Objects.requireNonNull(converter.convert(ResponseBody.create("{}", JSON)));
      } catch (IOException e) {
        throw new IllegalStateException(response + " has no value without properties.", e);
      }
    };
  }

  private record Calls<T>(
      CallContext context, ApiOperation operation, @Nullable Supplier<T> emptyBody) {
    OperationCall<T> of(Call<T> call) {
      return new OperationCall<>(context, operation, call, null, emptyBody);
    }
  }

  private record BlockingForm<T>(Calls<T> calls, Type responseType) implements CallAdapter<T, T> {
    @Override
    public T adapt(Call<T> call) {
      OperationCall<T> made = calls.of(call);
      return made.bodyOf(new BlockingCall<>(made).run());
    }
  }

  private record FutureForm<T>(Calls<T> calls, Type responseType)
      implements CallAdapter<T, CompletableFuture<T>> {
    @Override
    public CompletableFuture<T> adapt(Call<T> call) {
      return CallFuture.start(calls.of(call));
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
