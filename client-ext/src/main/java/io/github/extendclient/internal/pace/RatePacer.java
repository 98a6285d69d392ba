package io.github.extendclient.internal.pace;

import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.pacing.Pacer;
import io.github.extendclient.runtime.RateLimitCategory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paces requests with one queue per category with a limit; requests of other categories do not
 * wait.
 */
public final class RatePacer implements Pacer {
  private static final Turn AT_ONCE = () -> Duration.ZERO;

  private final Map<RateLimitCategory, RateQueue> queues = new EnumMap<>(RateLimitCategory.class);
  private final Timeline timeline;

  /**
   * Creates a pacer with empty queues.
   *
   * @param limits requests per second, each more than zero
   * @param timeline the clock
   */
  public RatePacer(Map<RateLimitCategory, Double> limits, Timeline timeline) {
    this.timeline = timeline;
    limits.forEach(
        (category, limit) -> queues.put(category, new RateQueue(limit, timeline.nanoTime())));
  }

  @Override
  public Turn reserve(RateLimitCategory category) {
    RateQueue queue = queues.get(category);
    return queue == null
        ? AT_ONCE
        : new QueuedTurn(queue, timeline, queue.join(timeline.nanoTime()));
  }

  @Override
  public void throttled(RateLimitCategory category, @Nullable Duration retryAfter) {
    RateQueue queue = queues.get(category);
    if (queue != null) {
      queue.slowDown(timeline.nanoTime(), retryAfter == null ? Duration.ZERO : retryAfter);
    }
  }

  private record QueuedTurn(RateQueue queue, Timeline timeline, long number) implements Turn {
    @Override
    public Duration remaining() {
      return queue.remaining(number, timeline.nanoTime());
    }

    @Override
    public void cancel() {
      queue.leave(number);
    }
  }
}
