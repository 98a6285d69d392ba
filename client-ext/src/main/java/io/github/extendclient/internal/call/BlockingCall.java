package io.github.extendclient.internal.call;

import io.github.extendclient.internal.time.Watchdog;
import io.github.extendclient.pacing.Pacer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Runs a call on the caller's thread, so that users' interceptors see its thread-locals, such as a
 * logging or tracing context. Other threads end it through {@link #stop}: on a deadline, an
 * interrupt or a cancellation. A body from a stream, which may block forever, is read on a worker
 * while the caller waits.
 */
final class BlockingCall<T> {
  private final OperationCall<T> call;
  private final ClientState client;
  private volatile @Nullable Stop stop;
  private volatile @Nullable CountDownLatch waiting;
  private volatile @Nullable Call<T> sent;
  private volatile @Nullable AsyncCall<T> onWorker;

  BlockingCall(OperationCall<T> call) {
    this.call = call;
    this.client = call.context.client;
  }

  /** Runs the call on the calling thread; throws if there is no response at all. */
  Step.Received<T> run() {
    call.open();
    if (call.readsFromAStream()) {
      requireGoingOn();
      return runOnWorker();
    }
    Watchdog.Watch watch =
        Watchdog.INSTANCE.watch(
            call.deadline().nanosLeft(call.timeline().nanoTime()),
            () -> stop(Stop.DEADLINE),
            Thread.currentThread(),
            () -> stop(Stop.INTERRUPTED));
    try {
      return attempts();
    } finally {
      watch.end();
    }
  }

  private Step.Received<T> attempts() {
    while (true) {
      requireGoingOn();
      Call<T> next = call.next();
      awaitTurn();
      Step<T> step = send(next);
      if (step instanceof Step.Received<T> received) {
        return received;
      }
      if (step instanceof Step.Failure<T> failure) {
        throw failure.failure();
      }
      await(((Step.Again<T>) step).delay());
    }
  }

  private Step<T> send(Call<T> next) {
    sent = next;
    if (stop != null) {
      next.cancel();
    }
    try {
      return call.attempt(next, () -> stop);
    } finally {
      sent = null;
    }
  }

  /** Ends the call, on any thread. */
  void stop(Stop reason) {
    synchronized (this) {
      if (stop != null) {
        return;
      }
      stop = reason;
    }
    CountDownLatch wait = waiting;
    if (wait != null) {
      wait.countDown();
    }
    Call<T> call = sent;
    if (call != null) {
      // Runs the user's event listener, which must not block the timer.
      client.runAside(call::cancel);
    }
    AsyncCall<T> async = onWorker;
    if (async != null) {
      async.stop(reason);
    }
  }

  private void requireGoingOn() {
    if (client.isClosed()) {
      stop(Stop.CLOSED);
    }
    if (Thread.currentThread().isInterrupted()) {
      stop(Stop.INTERRUPTED);
    }
    Stop reason = stop;
    if (reason == null && call.deadline().isOver()) {
      reason = Stop.DEADLINE;
    }
    if (reason != null) {
      throw call.decider().stopped(reason, false);
    }
  }

  private void awaitTurn() {
    Pacing pacing = call.context.pacing;
    Pacer.Turn turn = pacing.reserve(call.operation.category(), call.decider());
    try {
      while (true) {
        Duration wait = pacing.remaining(turn, call.operation, call.decider());
        if (wait.isZero()) {
          return;
        }
        if (wait.compareTo(call.deadline().left()) >= 0) {
          throw call.decider().turnDoesNotFit(wait);
        }
        await(wait);
      }
    } catch (RuntimeException | Error e) {
      pacing.cancel(turn);
      throw e;
    }
  }

  private void await(Duration wait) {
    CountDownLatch stopped = new CountDownLatch(1);
    waiting = stopped;
    if (stop != null) {
      stopped.countDown();
    }
    Runnable closed = () -> stop(Stop.CLOSED);
    client.startWaiting(closed);
    try {
      if (call.timeline().await(stopped, wait)) {
        throw call.decider().stopped(Objects.requireNonNull(stop), false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw call.decider().interruptedBetween(wait, e);
    } finally {
      client.stopWaiting(closed);
    }
  }

  private Step.Received<T> runOnWorker() {
    Handover<T> handover = new Handover<>();
    AsyncCall<T> async = new AsyncCall<>(call, client.unbounded, handover);
    onWorker = async;
    async.startOpened();
    Stop reason = stop;
    if (reason != null) {
      async.stop(reason);
    }
    return handover.await(() -> async.stop(Stop.INTERRUPTED));
  }

  /** Passes the outcome from the worker to the waiting caller. */
  private static final class Handover<T> implements CallOutcome<T> {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Step.@Nullable Received<T> received;
    private volatile @Nullable Throwable failure;

    @Override
    public void received(Step.Received<T> result) {
      received = result;
      ended.countDown();
    }

    @Override
    public void failed(Throwable thrown) {
      failure = thrown;
      ended.countDown();
    }

    Step.Received<T> await(Runnable onInterrupt) {
      boolean interrupted = false;
      while (true) {
        try {
          ended.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          onInterrupt.run();
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      Throwable thrown = failure;
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown != null) {
        throw (RuntimeException) thrown;
      }
      return Objects.requireNonNull(received);
    }
  }
}
