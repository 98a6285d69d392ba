package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.http.Origin;
import io.github.extendclient.internal.http.RefusedResponseException;
import java.io.IOException;
import java.util.List;
import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One attempt on its way. Reads error bodies here, up to a bound and as far as they come, because
 * Retrofit would read them without bound and lose the status if the body is cut off.
 */
final class AttemptCall implements Call {
  private static final long MAX_ERROR_BYTES = 64 * 1024;

  private final Call delegate;
  private final Request request;
  private final Call.Factory factory;
  private final Origin origin;
  private final BodyLog bodies;
  private final long maxResponseBytes;

  AttemptCall(
      Call delegate,
      Request request,
      Call.Factory factory,
      Origin origin,
      BodyLog bodies,
      long maxResponseBytes) {
    this.delegate = delegate;
    this.request = request;
    this.factory = factory;
    this.origin = origin;
    this.bodies = bodies;
    this.maxResponseBytes = maxResponseBytes;
  }

  @Override
  public Response execute() throws IOException {
    return accept(delegate.execute());
  }

  @Override
  public void enqueue(Callback callback) {
    delegate.enqueue(
        new Callback() {
          @Override
          public void onResponse(Call call, Response response) throws IOException {
            Response accepted;
            try {
              accepted = accept(response);
            } catch (IOException e) {
              callback.onFailure(AttemptCall.this, e);
              return;
            }
            callback.onResponse(AttemptCall.this, accepted);
          }

          @Override
          public void onFailure(Call call, IOException e) {
            callback.onFailure(AttemptCall.this, e);
          }
        });
  }

  private Response accept(Response response) throws IOException {
    if (!origin.contains(response.request().url())) {
      response.close();
      throw new RefusedResponseException(
          "the call factory followed a redirect to "
              + Origin.text(response.request().url())
              + ": it must not follow redirects");
    }
    Attempt attempt = Attempt.of(request);
    if (attempt != null) {
      bodies.answer(attempt, response);
    }
    if (response.isSuccessful()) {
      if (response.body().contentLength() > maxResponseBytes) {
        response.close();
        throw BoundedBody.tooLarge(maxResponseBytes);
      }
      return response;
    }
    Response.Builder builder = response.newBuilder().body(startOf(response.body()));
    List<String> hidden = attempt == null ? null : attempt.hiddenRetryAfter();
    if (hidden != null) {
      builder.removeHeader("Retry-After");
      hidden.forEach(value -> builder.addHeader("Retry-After", value));
    }
    return builder.build();
  }

  private static ResponseBody startOf(ResponseBody body) {
    Buffer start = new Buffer();
    try (body) {
      BufferedSource source = body.source();
      while (start.size() < MAX_ERROR_BYTES
          && source.read(start, MAX_ERROR_BYTES - start.size()) != -1) {}
    } catch (IOException e) {
      // The status is the news; of its body, what came is enough.
    }
    return ResponseBody.create(start.readByteString(), body.contentType());
  }

  @Override
  public Request request() {
    return request;
  }

  @Override
  public void cancel() {
    delegate.cancel();
  }

  @Override
  public boolean isExecuted() {
    return delegate.isExecuted();
  }

  @Override
  public boolean isCanceled() {
    return delegate.isCanceled();
  }

  @Override
  public Timeout timeout() {
    return delegate.timeout();
  }

  @Override
  public void addEventListener(EventListener eventListener) {
    delegate.addEventListener(eventListener);
  }

  @Override
  public <T> @Nullable T tag(KClass<T> type) {
    return delegate.tag(type);
  }

  @Override
  public <T> @Nullable T tag(Class<? extends T> type) {
    return delegate.tag(type);
  }

  @Override
  public <T> T tag(KClass<T> type, Function0<? extends T> computeIfAbsent) {
    return delegate.tag(type, computeIfAbsent);
  }

  @Override
  public <T> T tag(Class<T> type, Function0<? extends T> computeIfAbsent) {
    return delegate.tag(type, computeIfAbsent);
  }

  @Override
  @SuppressWarnings("CloneDoesntCallSuperClone")
  public Call clone() {
    return factory.newCall(request);
  }
}
