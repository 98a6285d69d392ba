package io.github.extendclient.internal.poll;

import io.github.extendclient.internal.time.UncaughtErrors;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a run without holding a thread. While it waits it holds the ID and no response, which
 * may be large. A read that is begun by the timer begins its work on a worker; what the progress
 * listener does runs on the thread that completed the read.
 *
 * @param <T> what a read returns
 */
public final class AsyncPoll<T> {
  private final PollPlan plan;
  private final String id;
  private final Function<String, CompletableFuture<T>> retrieve;
  private final Predicate<T> pending;
  private final PollState state;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<T> reading;
  private volatile @Nullable Runnable dropWait;

  /**
   * A poll that starts now.
   *
   * @param plan when to read
   * @param id the run
   * @param retrieve reads it
   * @param pending tells whether it still goes on
   */
  public AsyncPoll(
      PollPlan plan,
      String id,
      Function<String, CompletableFuture<T>> retrieve,
      Predicate<T> pending) {
    this.plan = plan;
    this.id = id;
    this.retrieve = retrieve;
    this.pending = pending;
    this.state = new PollState(plan, id);
  }

  /**
   * Reads until the run is no longer pending.
   *
   * @return completed with the first response that is not pending; completing it from outside, by
   *     cancelling it for example, ends the poll and the read under way
   */
  public CompletableFuture<T> start() {
    result.whenComplete((value, failure) -> stop());
    read();
    return result;
  }

  private void read() {
    if (result.isDone()) {
      return;
    }
    CompletableFuture<T> next;
    try {
      next = state.read(() -> retrieve.apply(id));
      reading = next;
      next.whenComplete(this::follow);
    } catch (Throwable e) {
      fail(e);
      return;
    }
    if (result.isDone()) {
      next.cancel(true);
    }
  }

  private void follow(@Nullable T run, @Nullable Throwable failure) {
    reading = null;
    if (result.isDone()) {
      return;
    }
    try {
      if (run == null) {
        waitAndRead(
            state.waitAfterFailure(
                failure != null ? failure : new NullPointerException("A read gave null.")));
      } else if (pending.test(run)) {
        waitAndRead(state.waitAfter(run));
      } else {
        result.complete(run);
      }
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void waitAndRead(Duration wait) {
    dropWait = plan.timeline().schedule(this::read, wait);
    if (result.isDone()) {
      stop();
    }
  }

  private void fail(Throwable thrown) {
    Throwable end = state.endOf(thrown);
    result.completeExceptionally(end);
    UncaughtErrors.handle(end);
  }

  private void stop() {
    CompletableFuture<T> under = reading;
    if (under != null) {
      under.cancel(true);
    }
    Runnable drop = dropWait;
    if (drop != null) {
      drop.run();
    }
  }
}
