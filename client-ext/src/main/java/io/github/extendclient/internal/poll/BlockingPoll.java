package io.github.extendclient.internal.poll;

import io.github.extendclient.internal.callback.Interrupts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Polls a run on the calling thread.
 *
 * @param <T> the type of the run
 */
public final class BlockingPoll<T> {
  private final PollPlan plan;
  private final String id;
  private final Function<String, T> retrieve;
  private final Predicate<T> pending;
  private final PollState state;

  /**
   * Creates a poll, whose time starts now.
   *
   * @param plan the intervals and the timeout
   * @param id the ID of the run
   * @param retrieve reads the run
   * @param pending returns whether a run has not ended
   */
  public BlockingPoll(
      PollPlan plan, String id, Function<String, T> retrieve, Predicate<T> pending) {
    this.plan = plan;
    this.id = id;
    this.retrieve = retrieve;
    this.pending = pending;
    this.state = new PollState(plan, id);
  }

  /**
   * Reads until the run is no longer pending.
   *
   * @return the first response that is not pending
   */
  public T run() {
    while (true) {
      Duration wait;
      try {
        T run = state.read(() -> retrieve.apply(id));
        if (!pending.test(run)) {
          return run;
        }
        wait = state.waitAfter(run);
      } catch (Error e) {
        throw e;
      } catch (Exception e) {
        // Includes checked exceptions, which Kotlin and Scala throw undeclared.
        Interrupts.keep(e);
        wait = state.waitAfterFailure(e);
      }
      await(wait);
    }
  }

  private void await(Duration delay) {
    try {
      plan.timeline().await(new CountDownLatch(1), delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw state.interrupted(e);
    }
  }
}
