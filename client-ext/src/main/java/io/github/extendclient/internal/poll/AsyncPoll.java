package io.github.extendclient.internal.poll;

import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.UncaughtErrors;
import io.github.extendclient.internal.time.Watchdog;
import io.github.extendclient.internal.time.Workers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Polls a run without blocking a thread. While it waits, it keeps only the ID and no response,
 * which may be large. Reads started by the timer run on a worker. The progress listener runs on the
 * thread that completed the read.
 *
 * @param <T> the type of the run
 */
public final class AsyncPoll<T> {
  /** Run the reads that the timer starts, for all polls of the process. */
  private static final Workers WORKERS = new Workers("extend-poll-");

  /** Lets a call of this client, which ends by the timeout, report its own failure. */
  private static final Duration GRACE = Duration.ofMillis(200);

  private final PollPlan plan;
  private final String id;
  private final Function<String, CompletableFuture<T>> retrieve;
  private final Predicate<T> pending;
  private final PollState state;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<T> reading;
  private volatile @Nullable Runnable dropWait;

  /**
   * Creates a poll, whose time starts now.
   *
   * @param plan the intervals and the timeout
   * @param id the ID of the run
   * @param retrieve reads the run
   * @param pending returns whether a run has not ended
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
   * @return a future of the first response that is not pending; completing it from outside, for
   *     example by cancelling it, ends the poll and the read under way
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
    Watchdog.@Nullable Watch limit = limit();
    try {
      next = state.read(() -> retrieve.apply(id));
      reading = next;
      next.whenComplete(
          (run, failure) -> {
            follow(run, failure);
            end(limit);
          });
    } catch (Throwable e) {
      end(limit);
      fail(e);
      return;
    }
    if (result.isDone()) {
      next.cancel(true);
    }
  }

  /**
   * Ends the poll soon after its timeout if code of the user blocks, or its future never completes.
   * The calls of this client end by the timeout.
   */
  private Watchdog.@Nullable Watch limit() {
    Duration left = state.left();
    return left == null ? null : Watchdog.INSTANCE.watch(left.plus(GRACE).toNanos(), this::overdue);
  }

  private static void end(Watchdog.@Nullable Watch limit) {
    if (limit != null) {
      limit.end();
    }
  }

  private void overdue() {
    runOnWorker(() -> fail(state.timeout()));
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
                failure != null ? failure : new NullPointerException("A read returned null.")));
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
    dropWait = plan.timeline().schedule(this::wake, wait);
    if (result.isDone()) {
      stop();
    }
  }

  /** Runs on the timer's thread, which users' code must not block. */
  private void wake() {
    runOnWorker(this::read);
  }

  private void runOnWorker(Runnable task) {
    if (!SystemTimeline.isTimer(Thread.currentThread())) {
      task.run();
      return;
    }
    try {
      WORKERS.execute(task);
    } catch (Throwable e) {
      fail(e);
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
