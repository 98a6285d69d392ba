package io.github.extendclient.internal.call;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.attempt.Attempt;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.config.ApiKeyRejection;
import io.github.extendclient.internal.id.IdRejection;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Invocation;
import retrofit2.Response;

/**
 * The logic of a call, independent of its threads: attempts under one deadline, and the decisions
 * between them. Used by one thread at a time: the caller of {@link BlockingCall}, or one worker of
 * {@link AsyncCall} after the other.
 */
final class OperationCall<T> {
  final CallContext context;
  final ApiOperation operation;

  private final Call<T> prototype;
  private final @Nullable Duration limit;
  private final @Nullable Deadline surrounding = Deadline.surrounding();
  private final @Nullable Supplier<T> emptyBody;
  private @Nullable Deadline deadline;
  private @Nullable RetryDecider<T> decider;
  private boolean readsOnce;
  private boolean isLengthKnown;
  private boolean isFirst = true;

  /**
   * Creates a call.
   *
   * @param prototype the Retrofit call for the first attempt, not executed yet; cloned for the
   *     others
   * @param limit a time limit for this call, in addition to the client's; null for none
   * @param emptyBody the response for a success without a body; null if it must have one
   */
  OperationCall(
      CallContext context,
      ApiOperation operation,
      Call<T> prototype,
      @Nullable Duration limit,
      @Nullable Supplier<T> emptyBody) {
    this.context = context;
    this.operation = operation;
    this.prototype = prototype;
    this.limit = limit;
    this.emptyBody = emptyBody;
  }

  /**
   * Converts the arguments and starts the clock. Of users' code, only {@code contentLength()} of a
   * body runs.
   */
  void open() {
    Request request;
    try {
      request = prototype.request();
    } catch (IdRejection e) {
      throw context.ids.explain(e, operation.method());
    }
    RequestBody body = request.body();
    long length = lengthOf(body);
    isLengthKnown = length >= 0;
    readsOnce = body != null && readsOnce(request);
    deadline = deadlineFor(length);
    decider = new RetryDecider<>(context, operation, readsOnce, deadline);
  }

  /** Returns whether reading the body may block forever, without a way to stop it. */
  boolean readsFromAStream() {
    return readsOnce || !isLengthKnown;
  }

  Deadline deadline() {
    return Objects.requireNonNull(deadline);
  }

  RetryDecider<T> decider() {
    return Objects.requireNonNull(decider);
  }

  Timeline timeline() {
    return context.config.timeline();
  }

  /** Returns the Retrofit call of the next attempt. */
  Call<T> next() {
    Call<T> call = isFirst ? prototype : prototype.clone();
    isFirst = false;
    Attempt attempt = Attempt.of(call);
    if (decider().nextNeedsFreshConnection()) {
      attempt.useFreshConnection();
    }
    Duration attemptLimit = context.config.timeouts().attempt();
    if (attemptLimit != null) {
      limitTo(attemptLimit.toNanos(), call.timeout());
    }
    return call;
  }

  /**
   * Executes one attempt and decides the next step.
   *
   * @param stop supplies why the call was stopped, or null
   * @throws Error if users' code or the JVM throws one
   */
  Step<T> attempt(Call<T> call, Supplier<@Nullable Stop> stop) {
    Attempt attempt = Attempt.of(call);
    decider().attemptStarts();
    Response<T> response;
    try {
      response = call.execute();
    } catch (IOException e) {
      return decider().failed(attempt, e, stop.get());
    } catch (ApiKeyRejection e) {
      return decider().noKey(e);
    } catch (Exception e) {
      // Users' code may throw anything. OkHttp, written in Kotlin, throws this undeclared while it
      // waits for a connection.
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return decider().broken(attempt, e, stop.get());
    }
    return decider().responded(attempt, response);
  }

  /** Returns the body of a success; throws otherwise. */
  T bodyOf(Step.Received<T> received) {
    ExtendException failure = received.failure();
    if (failure != null) {
      throw failure;
    }
    T body = received.response().body();
    if (body != null) {
      return body;
    }
    if (emptyBody == null) {
      throw decider().noBody(received.response().code());
    }
    return emptyBody.get();
  }

  private Deadline deadlineFor(long bodyLength) {
    Duration time = context.config.timeouts().deadlineFor(operation.hold(), bodyLength);
    Deadline whole = Deadline.in(timeline(), time).earlier(surrounding);
    return limit == null ? whole : whole.earlier(Deadline.in(timeline(), limit));
  }

  private static void limitTo(long nanos, Timeout timeout) {
    long own = timeout.timeoutNanos();
    if (own == 0 || nanos < own) {
      timeout.timeout(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private static long lengthOf(@Nullable RequestBody body) {
    try {
      return body == null ? 0 : body.contentLength();
    } catch (IOException e) {
      return -1;
    }
  }

  /**
   * Returns whether the body is one-shot. Checks the arguments, because Retrofit's wrapper around a
   * body hides the property.
   */
  private static boolean readsOnce(Request request) {
    Invocation invocation = Objects.requireNonNull(request.tag(Invocation.class));
    for (Object argument : invocation.arguments()) {
      if ((argument instanceof RequestBody body && body.isOneShot())
          || (argument instanceof MultipartBody.Part part && part.body().isOneShot())) {
        return true;
      }
    }
    return false;
  }
}
