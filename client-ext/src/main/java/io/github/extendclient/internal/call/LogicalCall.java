package io.github.extendclient.internal.call;

import io.github.extendclient.Pacer;
import io.github.extendclient.error.ApiException;
import io.github.extendclient.internal.attempt.Attempt;
import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.config.ApiKeyRejection;
import io.github.extendclient.internal.id.IdRejection;
import io.github.extendclient.internal.time.Deadline;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.internal.time.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Invocation;
import retrofit2.Response;

/**
 * A call as the user sees it: one or more attempts with waits between them, under one deadline.
 * Runs once, either on the calling thread or without any.
 */
final class LogicalCall<T> {
  private final CallContext context;
  private final Timeline timeline;
  private final ApiOperation operation;
  private final Call<T> prototype;
  private final @Nullable Duration limit;

  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
  private volatile @Nullable Call<T> current;
  private volatile Watchdog.@Nullable Watch watch;
  private @Nullable Deadline deadline;
  private @Nullable RetryDecider<T> judge;

  /**
   * A call that has not started.
   *
   * @param prototype not executed yet; the first attempt, and cloned for the others
   * @param limit a time limit for this very call, on top of the client's; null for none
   */
  LogicalCall(
      CallContext context, ApiOperation operation, Call<T> prototype, @Nullable Duration limit) {
    this.context = context;
    this.timeline = context.config.timeline();
    this.operation = operation;
    this.prototype = prototype;
    this.limit = limit;
  }

  /** Runs on the calling thread; throws if there is no answer at all. */
  Step.Answer<T> run() {
    while (true) {
      Call<T> call = prepare();
      awaitTurn();
      begin(call);
      Step<T> step = execute(call);
      if (step instanceof Step.Answer<T> answer) {
        return answer;
      }
      if (step instanceof Step.Failure<T> failure) {
        throw failure.failure();
      }
      await(((Step.Again<T>) step).delay());
    }
  }

  private Step<T> execute(Call<T> call) {
    try {
      return judge().answered(attemptOf(call), call.execute());
    } catch (IOException e) {
      return judge().failed(attemptOf(call), e, isCancelled());
    } catch (Exception e) {
      // OkHttp is Kotlin and throws this one undeclared while it waits for a connection.
      if (e instanceof InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return judge().interrupted(attemptOf(call), interruption);
      }
      throw e;
    } finally {
      endWatch();
    }
  }

  /** Runs on the HTTP client's threads and, between attempts, on none. */
  void start(Outcome<T> outcome) {
    Call<T> call;
    try {
      call = prepare();
    } catch (RuntimeException e) {
      outcome.failed(e);
      return;
    }
    sendInTurn(call, context.pacing.next(operation.category()), outcome);
  }

  private void sendInTurn(Call<T> call, Pacer.@Nullable Turn turn, Outcome<T> outcome) {
    Duration wait;
    try {
      wait = waitFor(turn);
    } catch (RuntimeException e) {
      outcome.failed(e);
      return;
    }
    if (!wait.isZero()) {
      resumeAfter(wait, () -> sendInTurn(call, turn, outcome));
      return;
    }
    begin(call);
    send(call, outcome);
  }

  private void send(Call<T> call, Outcome<T> outcome) {
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> ended, Response<T> response) {
            endWatch();
            follow(judge().answered(attemptOf(ended), response), outcome);
          }

          @Override
          public void onFailure(Call<T> ended, Throwable failure) {
            endWatch();
            if (failure instanceof IOException io) {
              follow(judge().failed(attemptOf(ended), io, isCancelled()), outcome);
            } else {
              outcome.failed(failure);
            }
          }
        });
  }

  /** Ends the call, whether it is under way or waits. */
  void cancel() {
    cancelled.countDown();
    stopAttempt();
    Runnable resume = waiting.getAndSet(null);
    if (resume != null) {
      resume.run();
    }
  }

  boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /** The body of a success, or the exception that stands for anything else. */
  T bodyOf(Step.Answer<T> answer) {
    ApiException failure = answer.failure();
    if (failure != null) {
      throw failure;
    }
    T body = answer.response().body();
    if (body == null) {
      throw judge().noBody(answer.response().code());
    }
    return body;
  }

  private Call<T> prepare() {
    context.shared.requireOpen();
    Call<T> call = judge == null ? prototype : prototype.clone();
    Request request;
    try {
      request = call.request();
    } catch (IdRejection e) {
      throw context.ids.explain(e, operation.method());
    } catch (ApiKeyRejection e) {
      if (judge == null) {
        open(false, null);
      }
      throw judge().noKey(e);
    }
    if (judge == null) {
      open(request.body() != null && readsOnce(request), request.body());
    }
    if (isCancelled()) {
      throw judge().cancelledBetween();
    }
    if (requireDeadline().isOver()) {
      throw judge().deadlinePassed();
    }
    return call;
  }

  private void open(boolean bodyReadsOnce, @Nullable RequestBody body) {
    Deadline whole = deadlineFor(body);
    deadline = whole;
    judge = new RetryDecider<>(context, operation, bodyReadsOnce, whole);
  }

  private void awaitTurn() {
    Pacer.Turn turn = context.pacing.next(operation.category());
    for (Duration wait = waitFor(turn); !wait.isZero(); wait = waitFor(turn)) {
      try {
        await(wait);
      } catch (RuntimeException e) {
        context.pacing.giveUp(turn);
        throw e;
      }
    }
  }

  /** Zero if the request may be sent now. */
  private Duration waitFor(Pacer.@Nullable Turn turn) {
    if (isCancelled()) {
      context.pacing.giveUp(turn);
      throw judge().cancelledBetween();
    }
    Duration wait = context.pacing.remaining(turn, operation);
    if (!wait.isZero() && wait.compareTo(requireDeadline().left()) >= 0) {
      context.pacing.giveUp(turn);
      throw judge().turnDoesNotFit(wait);
    }
    return wait;
  }

  private void begin(Call<T> call) {
    Duration attemptLimit = context.config.timeouts().attempt();
    if (attemptLimit != null) {
      limitTo(attemptLimit.toNanos(), call.timeout());
    }
    long now = timeline.nanoTime();
    judge().attemptStarts(now);
    current = call;
    if (isCancelled()) {
      call.cancel();
    }
    // From here on, as a call can also wait for a free thread of the HTTP client.
    watch = Watchdog.INSTANCE.watch(requireDeadline().nanosLeft(now), this::stopAttempt);
  }

  private void endWatch() {
    Watchdog.Watch ended = watch;
    if (ended != null) {
      ended.end();
    }
  }

  private void stopAttempt() {
    Call<T> call = current;
    if (call != null) {
      call.cancel();
    }
  }

  private void follow(Step<T> step, Outcome<T> outcome) {
    if (step instanceof Step.Answer<T> answer) {
      outcome.answered(answer);
    } else if (step instanceof Step.Failure<T> failure) {
      outcome.failed(failure.failure());
    } else {
      resumeAfter(((Step.Again<T>) step).delay(), () -> start(outcome));
    }
  }

  private void resumeAfter(Duration wait, Runnable resume) {
    waiting.set(resume);
    timeline.schedule(
        () -> {
          if (waiting.compareAndSet(resume, null)) {
            resume.run();
          }
        },
        wait);
    if (isCancelled() && waiting.compareAndSet(resume, null)) {
      resume.run();
    }
  }

  private void await(Duration wait) {
    try {
      if (timeline.await(cancelled, wait)) {
        throw judge().cancelledBetween();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw judge().interruptedBetween(wait, e);
    }
  }

  private Deadline deadlineFor(@Nullable RequestBody body) {
    Duration time = context.config.timeouts().deadlineFor(operation.hold(), lengthOf(body));
    Deadline whole = Deadline.in(timeline, time).earlier(Deadline.surrounding());
    return limit == null ? whole : whole.earlier(Deadline.in(timeline, limit));
  }

  private RetryDecider<T> judge() {
    return Objects.requireNonNull(judge);
  }

  private Deadline requireDeadline() {
    return Objects.requireNonNull(deadline);
  }

  private static void limitTo(long nanos, Timeout timeout) {
    long own = timeout.timeoutNanos();
    if (own == 0 || nanos < own) {
      timeout.timeout(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private static Attempt attemptOf(Call<?> call) {
    return Objects.requireNonNull(Attempt.of(call.request()));
  }

  private static long lengthOf(@Nullable RequestBody body) {
    try {
      return body == null ? 0 : body.contentLength();
    } catch (IOException e) {
      return -1;
    }
  }

  /** Asks the arguments themselves, since Retrofit's wrapper around a body loses the property. */
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

  /** Gets the end of a call that runs without a thread. */
  interface Outcome<T> {
    void answered(Step.Answer<T> answer);

    void failed(Throwable failure);
  }
}
