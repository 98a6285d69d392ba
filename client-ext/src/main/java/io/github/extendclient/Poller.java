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
 * Polls runs until they end: about every second during the first 30 seconds, then less and less
 * often. Reusable and thread-safe; asynchronous polls block no thread.
 *
 * <pre>{@code
 * ParseRun run = extend.parseRuns().createAndPoll(request, Poller.upTo(Duration.ofMinutes(10)));
 * }</pre>
 *
 * <p>To wait for an existing run or batch, such as one whose ID was stored:
 *
 * <pre>{@code
 * ParseRun run = Poller.upTo(Duration.ofMinutes(10)).await(id, extend.parseRuns()::retrieve);
 * }</pre>
 *
 * <p>A poll continues after temporary failures, which are already retried by each read: an outage
 * of the server or the network, a rate limit, a timeout of a read. It continues until its timeout;
 * without one, until the run ends. A run that is not found is read again for 5 seconds, because it
 * may be new. Any other failure is thrown with the run's ID; the run continues at the server. The
 * trap: a run that fails is returned, not thrown, so check its status.
 *
 * @see <a href="https://docs.extend.ai/developers/async-processing">Async processing</a>
 */
public final class Poller implements RunPoller {
  private final PollPlan plan;

  private Poller(PollPlan plan) {
    this.plan = plan;
  }

  /**
   * Returns a poller with a timeout. A read under way at that time is cancelled.
   *
   * @param timeout for each poll, including all reads and waits
   * @return the poller
   * @throws IllegalArgumentException if the timeout is negative
   */
  public static Poller upTo(Duration timeout) {
    return builder().timeout(timeout).build();
  }

  /**
   * Configures a poller with other delays.
   *
   * @return a builder with the vendor's delays and no timeout
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.github.extendclient.error.PollingTimeoutException if the limit expires before the
   *     run was seen to end; its cause is the failure of the last read, if it failed
   * @throws io.github.extendclient.error.PollingException if the thread is interrupted, whose
   *     interrupt flag stays set, or a response is not understood
   * @throws io.github.extendclient.error.ExtendException if a read fails permanently, with the
   *     run's ID
   */
  @Override
  public <T> T poll(String id, Function<String, T> retrieve, Predicate<T> pending) {
    return new BlockingPoll<>(plan, id, retrieve, pending).run();
  }

  /**
   * Waits for an existing run or batch to end, blocking the calling thread.
   *
   * @param <T> the type of the run
   * @param id its ID
   * @param retrieve reads the run, such as {@code extend.parseRuns()::retrieve}
   * @return the run in a terminal state, possibly failed
   * @throws io.github.extendclient.error.ExtendException as {@link #poll} does
   */
  public <T extends RunState> T await(String id, Function<String, T> retrieve) {
    return poll(id, retrieve, RunState::isPending);
  }

  /**
   * Waits for an existing run or batch to end, without blocking a thread.
   *
   * @param <T> the type of the run
   * @param id its ID
   * @param retrieve reads the run, such as {@code extend.parseRuns()::retrieveAsync}
   * @return a future of the run in a terminal state, possibly failed; it fails like that of {@link
   *     #pollAsync}, and cancelling it ends the poll
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

  /** Sets the options of a poller. */
  public static final class Builder {
    private @Nullable Duration timeout;
    private Duration interval = Duration.ofSeconds(1);
    private Duration maxInterval = Duration.ofSeconds(30);
    private Consumer<? super PollProgress> listener = progress -> {};
    private Timeline timeline = SystemTimeline.INSTANCE;
    private RandomGenerator random = new Random();

    private Builder() {}

    /**
     * Sets the timeout of each poll; by default, a poll continues until the run ends.
     *
     * @param timeout zero reads once
     * @return this
     * @throws IllegalArgumentException if the timeout is negative
     */
    public Builder timeout(Duration timeout) {
      if (timeout.isNegative()) {
        throw new IllegalArgumentException(
            "The timeout of a poll is " + timeout + ": give zero or more.");
      }
      this.timeout = timeout;
      return this;
    }

    /**
     * Sets the time between two reads during the first 30 seconds.
     *
     * @param interval by default 1 second
     * @return this
     * @throws IllegalArgumentException if the interval is not positive
     */
    public Builder interval(Duration interval) {
      this.interval = positive("interval", interval);
      return this;
    }

    /**
     * Sets the longest time between two reads, reached gradually after the first 30 seconds.
     *
     * @param maxInterval by default 30 seconds
     * @return this
     * @throws IllegalArgumentException if the interval is not positive
     */
    public Builder maxInterval(Duration maxInterval) {
      this.maxInterval = positive("maxInterval", maxInterval);
      return this;
    }

    /**
     * Sets a listener, called with the pending run after each read.
     *
     * @param listener runs on the reading thread: the caller's, or a worker of the client;
     *     concurrent polls may call it from several threads at once. An exception from it ends the
     *     poll with a {@link io.github.extendclient.error.PollingException}; the run continues
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
     * Creates the poller.
     *
     * @return never null
     */
    public Poller build() {
      Consumer<? super PollProgress> onProgress = listener;
      return new Poller(
          new PollPlan(
              timeout,
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
