package io.github.extendclient.internal.call;

import io.github.extendclient.error.ExtendException;
import io.github.extendclient.internal.attempt.Attempt;
import io.github.extendclient.internal.time.UncaughtErrors;
import io.github.extendclient.internal.time.Watchdog;
import io.github.extendclient.pacing.Pacer;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Runs a call on workers, without a thread while it waits. Each attempt has a place in the request
 * queue from start to end. It releases the place before it completes the call, so that users'
 * continuations delay no other call.
 *
 * <p>The deadline, a cancellation and the closing of the client end it through {@link #stop}, on
 * any thread and in any state: queued, waiting, in a name lookup, in a blocking body. The abandoned
 * worker is interrupted, and its result is dropped. The lock guards the fields below it, so that
 * the call ends exactly once.
 */
final class AsyncCall<T> {
  private final OperationCall<T> call;
  private final CallContext context;
  private final ClientState client;
  private final RequestQueue queue;
  private final CallOutcome<T> outcome;
  private final Runnable closed = () -> stop(Stop.CLOSED);

  private boolean ended;
  private @Nullable Stop stopped;
  private RequestQueue.@Nullable Place place;
  private Pacer.@Nullable Turn turn;
  private @Nullable Runnable dropWait;
  private @Nullable Thread worker;
  private @Nullable Call<T> sent;
  private @Nullable Attempt attempt;
  private Watchdog.@Nullable Watch watch;
  private boolean isOpen;

  /** The request that waits for its turn; used by one worker after the other. */
  private @Nullable Call<T> next;

  AsyncCall(OperationCall<T> call, RequestQueue queue, CallOutcome<T> outcome) {
    this.call = call;
    this.context = call.context;
    this.client = context.client;
    this.queue = queue;
    this.outcome = outcome;
  }

  /**
   * Converts the arguments and takes a turn on the caller's thread, so that turns have the order of
   * the calls. Everything else runs on workers.
   */
  void start() {
    try {
      call.open();
    } catch (Throwable e) {
      outcome.failed(e);
      return;
    }
    startOpened();
  }

  /** Starts a call with converted arguments. */
  void startOpened() {
    Watchdog.Watch begun =
        Watchdog.INSTANCE.watch(
            call.deadline().nanosLeft(call.timeline().nanoTime()), () -> stop(Stop.DEADLINE));
    Stop reason;
    synchronized (this) {
      isOpen = true;
      watch = begun;
      reason = stopped;
    }
    if (reason != null) {
      stop(reason);
      return;
    }
    Duration wait;
    try {
      wait = waitForTurn();
    } catch (Throwable e) {
      fail(e);
      return;
    }
    if (wait.isZero()) {
      join();
    } else {
      sleep(wait);
    }
  }

  private void join() {
    RequestQueue.Place joining = queue.place(this::work, this::noThread);
    synchronized (this) {
      if (ended) {
        return;
      }
      dropWait = null;
      place = joining;
    }
    startWaiting();
    joining.join();
  }

  /** Registers the call, so that closing the client ends it. */
  private void startWaiting() {
    client.startWaiting(closed);
    if (hasEnded()) {
      client.stopWaiting(closed);
    }
  }

  /** Runs one attempt, or up to the wait for its turn. */
  private void work() {
    synchronized (this) {
      if (ended) {
        return;
      }
      worker = Thread.currentThread();
    }
    client.stopWaiting(closed);
    Step<T> step = null;
    Duration wait = Duration.ZERO;
    Throwable thrown = null;
    try {
      wait = waitForTurn();
      if (wait.isZero()) {
        step = send();
      }
    } catch (Throwable e) {
      thrown = e;
    }
    leaveWorker();
    if (thrown != null) {
      fail(thrown);
    } else if (step == null) {
      sleep(wait);
    } else {
      follow(step);
    }
  }

  private Duration waitForTurn() {
    if (client.isClosed()) {
      throw call.decider().stopped(Stop.CLOSED, false);
    }
    if (call.deadline().isOver()) {
      throw call.decider().stopped(Stop.DEADLINE, false);
    }
    Pacer.Turn taken;
    synchronized (this) {
      taken = turn;
    }
    if (next == null) {
      next = call.next();
      taken = context.pacing.reserve(call.operation.category(), call.decider());
      keep(taken);
    }
    Duration wait;
    try {
      wait = context.pacing.remaining(taken, call.operation, call.decider());
    } catch (Throwable e) {
      giveTurnBack();
      throw e;
    }
    if (!wait.isZero() && wait.compareTo(call.deadline().left()) >= 0) {
      giveTurnBack();
      throw call.decider().turnDoesNotFit(wait);
    }
    return wait;
  }

  private void keep(Pacer.@Nullable Turn taken) {
    synchronized (this) {
      if (!ended) {
        turn = taken;
        return;
      }
    }
    context.pacing.cancel(taken);
  }

  private void giveTurnBack() {
    Pacer.Turn unused;
    synchronized (this) {
      unused = turn;
      turn = null;
    }
    context.pacing.cancel(unused);
  }

  /** Sends the request; returns null if the call has ended meanwhile. */
  private @Nullable Step<T> send() {
    Call<T> request = Objects.requireNonNull(next);
    next = null;
    synchronized (this) {
      if (ended) {
        return null;
      }
      turn = null;
      sent = request;
      attempt = Attempt.of(request);
    }
    try {
      return call.attempt(request, this::stopReason);
    } finally {
      synchronized (this) {
        sent = null;
        attempt = null;
      }
    }
  }

  private synchronized @Nullable Stop stopReason() {
    return stopped;
  }

  private void leaveWorker() {
    RequestQueue.Place left;
    synchronized (this) {
      worker = null;
      // Only stop() interrupts, under the lock: clear the flag for the next task of this thread.
      Thread.interrupted();
      left = place;
      place = null;
    }
    if (left != null) {
      left.leave();
    }
  }

  private void follow(Step<T> step) {
    if (step instanceof Step.Again<T> again) {
      sleep(again.delay());
    } else if (step instanceof Step.Failure<T> failure) {
      fail(failure.failure());
    } else if (end()) {
      ClientState.runGuarded(() -> outcome.received((Step.Received<T>) step));
    }
  }

  private void sleep(Duration wait) {
    startWaiting();
    Runnable drop = call.timeline().schedule(this::wake, wait);
    synchronized (this) {
      if (!ended && place == null && worker == null) {
        dropWait = drop;
        return;
      }
    }
    if (hasEnded()) {
      drop.run();
    }
  }

  /** Runs on the timer's thread, which must not be blocked. */
  private void wake() {
    client.stopWaiting(closed);
    join();
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  private void noThread(Throwable cause) {
    client.runAside(() -> fail(call.decider().noThread(cause)));
  }

  private void fail(Throwable failure) {
    giveTurnBack();
    if (end()) {
      ClientState.runGuarded(() -> outcome.failed(failure));
      UncaughtErrors.handle(failure);
    }
  }

  /** Ends the call; returns false if it was stopped before. */
  private boolean end() {
    Watchdog.Watch watched;
    synchronized (this) {
      if (ended) {
        return false;
      }
      ended = true;
      watched = watch;
    }
    client.stopWaiting(closed);
    if (watched != null) {
      watched.end();
    }
    return true;
  }

  /** Ends the call in any state. Neither blocks nor runs users' code. */
  void stop(Stop reason) {
    ExtendException failure;
    Pacer.Turn unused;
    Call<T> cancelled;
    RequestQueue.Place left;
    Runnable drop;
    synchronized (this) {
      if (ended) {
        return;
      }
      stopped = reason;
      if (!isOpen) {
        return;
      }
      ended = true;
      failure = call.decider().stopped(reason, attempt != null && attempt.cut());
      unused = turn;
      turn = null;
      cancelled = sent;
      left = place;
      place = null;
      drop = dropWait;
      if (worker != null) {
        worker.interrupt();
      }
    }
    Objects.requireNonNull(watch).end();
    client.stopWaiting(closed);
    if (drop != null) {
      drop.run();
    }
    if (left != null) {
      left.leave();
    }
    client.runAside(() -> abandon(cancelled, unused, failure));
  }

  /** Runs users' code after a stop: the cancellation, the pacer, the continuation of the call. */
  private void abandon(
      @Nullable Call<T> cancelled, Pacer.@Nullable Turn unused, ExtendException failure) {
    if (cancelled != null) {
      ClientState.runGuarded(cancelled::cancel);
    }
    context.pacing.cancel(unused);
    outcome.failed(failure);
  }
}
