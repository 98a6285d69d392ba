package io.github.extendclient.internal.attempt;

import io.github.extendclient.internal.http.Origin;
import io.github.extendclient.internal.http.RefusedResponseException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * Executes one attempt. Adds the API key and the headers on the executing thread. Reads error
 * bodies itself, up to a bound: Retrofit would read them without a bound, and lose the status if
 * the body is truncated.
 */
final class AttemptCall implements Call {
  private static final long MAX_ERROR_BYTES = 64 * 1024;

  private final AttemptCallFactory factory;
  private final Request request;
  private final Attempt attempt;
  private volatile boolean cancelled;
  private volatile @Nullable Call sent;

  AttemptCall(AttemptCallFactory factory, Request request, Attempt attempt) {
    this.factory = factory;
    this.request = request;
    this.attempt = attempt;
  }

  @Override
  public Response execute() throws IOException {
    Call call = factory.send(request, attempt);
    long limit = attempt.limit().timeoutNanos();
    if (limit > 0) {
      call.timeout().timeout(limit, TimeUnit.NANOSECONDS);
    }
    sent = call;
    if (cancelled) {
      call.cancel();
    }
    return accept(call.execute());
  }

  private Response accept(Response response) throws IOException {
    if (!factory.origin().contains(response.request().url())) {
      response.close();
      throw new RefusedResponseException(
          "the call factory followed a redirect to "
              + Origin.text(response.request().url())
              + ": it must not follow redirects");
    }
    attempt.receive(response.header("Content-Type"));
    factory.bodies().response(attempt, response);
    if (response.isSuccessful()) {
      return bounded(response);
    }
    Response.Builder builder = response.newBuilder().body(startOf(response.body()));
    List<String> hidden = attempt.hiddenRetryAfter();
    if (hidden != null) {
      builder.removeHeader("Retry-After");
      hidden.forEach(value -> builder.addHeader("Retry-After", value));
    }
    return builder.build();
  }

  /** Bodies of unknown length are bounded where they are read. */
  private Response bounded(Response response) throws RefusedResponseException {
    ResponseBody body = response.body();
    long length = body.contentLength();
    // The body of a user's interceptor or call factory may be longer than it says.
    boolean isTrusted = length < 0 || attempt.hasReceived(body);
    if (!isTrusted && body.source() instanceof Buffer inMemory) {
      length = inMemory.size();
      isTrusted = true;
    }
    if (length > factory.maxResponseBytes()) {
      response.close();
      throw BoundedBody.tooLarge(factory.maxResponseBytes());
    }
    return isTrusted
        ? response
        : response.newBuilder().body(new BoundedBody(body, factory.maxResponseBytes())).build();
  }

  private static ResponseBody startOf(ResponseBody body) {
    Buffer start = new Buffer();
    try (body) {
      BufferedSource source = body.source();
      while (start.size() < MAX_ERROR_BYTES
          && source.read(start, MAX_ERROR_BYTES - start.size()) != -1) {}
    } catch (IOException e) {
      // The status matters most; a truncated body is enough.
    }
    return ResponseBody.create(start.readByteString(), body.contentType());
  }

  /** Not supported: calls are executed on the client's own threads. */
  @Override
  public void enqueue(Callback callback) {
    throw new UnsupportedOperationException();
  }

  /** Returns the request without the client's headers, which include the key. */
  @Override
  public Request request() {
    return request;
  }

  @Override
  public void cancel() {
    cancelled = true;
    Call call = sent;
    if (call != null) {
      call.cancel();
    }
  }

  @Override
  public boolean isExecuted() {
    return sent != null;
  }

  @Override
  public boolean isCanceled() {
    return cancelled;
  }

  @Override
  public Timeout timeout() {
    return attempt.limit();
  }

  @Override
  public void addEventListener(EventListener eventListener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> @Nullable T tag(KClass<T> type) {
    return request.tag(type);
  }

  @Override
  public <T> @Nullable T tag(Class<? extends T> type) {
    return request.tag(type);
  }

  @Override
  public <T> T tag(KClass<T> type, Function0<? extends T> computeIfAbsent) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T tag(Class<T> type, Function0<? extends T> computeIfAbsent) {
    throw new UnsupportedOperationException();
  }

  @Override
  @SuppressWarnings("CloneDoesntCallSuperClone")
  public Call clone() {
    return factory.newCall(request);
  }
}
