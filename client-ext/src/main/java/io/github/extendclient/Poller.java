package io.github.extendclient;

import io.github.extendclient.internal.poll.AsyncPoll;
import io.github.extendclient.internal.poll.BlockingPoll;
import io.github.extendclient.internal.poll.PollPlan;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.runtime.RunPoller;
import io.github.extendclient.runtime.RunState;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Waits for runs to end, reading them about every second for half a minute and then less and less
 * often. Reusable and thread-safe; waiting asynchronously holds no thread.
 *
 * <pre>{@code
 * ParseRun run = extend.parseRuns().createAndPoll(request, Poller.upTo(Duration.ofMinutes(10)));
 * }</pre>
 *
 * <p>Waiting for a run or batch that exists, such as one whose ID was stored, is one call, too:
 *
 * <pre>{@code
 * ParseRun run = Poller.upTo(Duration.ofMinutes(10)).await(id, extend.parseRuns()::retrieve);
 * }</pre>
 *
 * <p>A poll has a patience of its own. A read that fails in a way that may pass, after the retries
 * of any call, does not end it: an outage of the server or the network, a rate limit, a read that
 * took too long. It goes on until its own limit; without a limit, until the run ends. A run that is
 * not found is looked for again for 5 seconds, as it may have been created a moment ago. Any other
 * failure is thrown with the run's ID, so that the run is never lost: it goes on at the server. A
 * run that fails is returned, not thrown: look at its status.
 *
 * @see <a href="https://docs.extend.ai/developers/async-processing">Async processing</a>
 */
public final class Poller implements RunPoller {
  private final PollPlan plan;

  private Poller(PollPlan plan) {
    this.plan = plan;
  }

  /**
   * A poller with a time limit. A read that is under way when the time is over is given up.
   *
   * @param limit for each poll, all reads and waits together
   * @return the poller
   * @throws IllegalArgumentException if the limit is negative
   */
  public static Poller upTo(Duration limit) {
    return builder().limit(limit).build();
  }

  /**
   * A poller with other delays.
   *
   * @return a builder with the vendor's delays and no limit
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.github.extendclient.error.PollingTimeoutException if the time is over and the run
   *     was not seen to end; its cause is the failure of the last read, if it failed
   * @throws io.github.extendclient.error.PollingException if the thread is interrupted, whose flag
   *     stays set, or a run cannot be understood
   * @throws io.github.extendclient.error.ExtendException if a read fails, with the run's ID
   */
  @Override
  public <T> T poll(String id, Function<String, T> retrieve, Predicate<T> pending) {
    return new BlockingPoll<>(plan, id, retrieve, pending).run();
  }

  /**
   * Waits for a run or batch that exists, blocking the calling thread.
   *
   * @param <T> the run
   * @param id its ID
   * @param retrieve reads it, such as {@code extend.parseRuns()::retrieve}
   * @return the run in a terminal state, which may be a failed one
   * @throws io.github.extendclient.error.ExtendException as {@link #poll} does
   */
  public <T extends RunState> T await(String id, Function<String, T> retrieve) {
    return poll(id, retrieve, RunState::isPending);
  }

  /**
   * Waits for a run or batch that exists, without holding a thread.
   *
   * @param <T> the run
   * @param id its ID
   * @param retrieve reads it, such as {@code extend.parseRuns()::retrieveAsync}
   * @return completed with the run in a terminal state, which may be a failed one, or exceptionally
   *     as {@link #pollAsync}; cancelling it ends the poll
   */
  public <T extends RunState> CompletableFuture<T> awaitAsync(
      String id, Function<String, CompletableFuture<T>> retrieve) {
    return pollAsync(id, retrieve, RunState::isPending);
  }

  /** {@inheritDoc} The future fails with the same exceptions as {@link #poll} throws. */
  @Override
  public <T> CompletableFuture<T> pollAsync(
      String id, Function<String, CompletableFuture<T>> retrieve, Predicate<T> pending) {
    return new AsyncPoll<>(plan, id, retrieve, pending).start();
  }

  /** Sets the delays of a poller. */
  public static final class Builder {
    private @Nullable Duration limit;
    private Duration interval = Duration.ofSeconds(1);
    private Duration maxInterval = Duration.ofSeconds(30);
    private Consumer<? super PollProgress> listener = progress -> {};
    private Timeline timeline = SystemTimeline.INSTANCE;
    private RandomGenerator random = new Random();

    private Builder() {}

    /**
     * The time for each poll; without it a poll goes on until the run ends.
     *
     * @param limit zero reads once
     * @return this
     * @throws IllegalArgumentException if the limit is negative
     */
    public Builder limit(Duration limit) {
      if (limit.isNegative()) {
        throw new IllegalArgumentException(
            "The limit of a poll is " + limit + ": give zero or more.");
      }
      this.limit = limit;
      return this;
    }

    /**
     * The time between two reads during the first 30 seconds.
     *
     * @param interval 1 second if not set
     * @return this
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder interval(Duration interval) {
      this.interval = positive("interval", interval);
      return this;
    }

    /**
     * The most time between two reads, which is reached step by step after the first 30 seconds.
     *
     * @param maxInterval 30 seconds if not set
     * @return this
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxInterval(Duration maxInterval) {
      this.maxInterval = positive("maxInterval", maxInterval);
      return this;
    }

    /**
     * Is told of a run that is still pending, after each read and before the wait for the next.
     *
     * @param listener runs on the thread that read: the caller's, or a worker of the client. For
     *     polls that run at the same time it may be called by several threads at once. What it
     *     throws ends the poll with a {@link io.github.extendclient.error.PollingException}, while
     *     the run goes on
     * @return this
     */
    public Builder onProgress(Consumer<? super PollProgress> listener) {
      this.listener = Objects.requireNonNull(listener, "listener");
      return this;
    }

    Builder timeline(Timeline timeline, RandomGenerator random) {
      this.timeline = timeline;
      this.random = random;
      return this;
    }

    /**
     * The poller.
     *
     * @return never null
     */
    public Poller build() {
      Consumer<? super PollProgress> onProgress = listener;
      return new Poller(
          new PollPlan(
              limit,
              interval,
              maxInterval,
              (id, reads, elapsed, nextIn, run) ->
                  onProgress.accept(new PollProgress(id, reads, elapsed, nextIn, run)),
              timeline,
              random));
    }

    private static Duration positive(String name, Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException(
            "The " + name + " of a poll is " + value + ": give more than zero.");
      }
      return value;
    }
  }
}
