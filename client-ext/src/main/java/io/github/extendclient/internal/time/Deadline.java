package io.github.extendclient.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A point in time at which work ends. A deadline can surround code, as in a poll: calls started by
 * that code end at the deadline, too.
 */
public final class Deadline {
  private static final ThreadLocal<@Nullable Deadline> SURROUNDING = new ThreadLocal<>();

  private final Timeline timeline;
  private final long start;
  private final Duration limit;
  private final long limitNanos;

  private Deadline(Timeline timeline, long start, Duration limit) {
    this.timeline = timeline;
    this.start = start;
    this.limit = limit;
    this.limitNanos = TimeUnit.NANOSECONDS.convert(limit);
  }

  /**
   * Returns a deadline counted from now.
   *
   * @param timeline the clock
   * @param limit the time from now
   * @return the deadline
   */
  public static Deadline in(Timeline timeline, Duration limit) {
    return new Deadline(timeline, timeline.nanoTime(), limit);
  }

  /**
   * Returns the deadline that surrounds the running code.
   *
   * @return the deadline; null if there is none
   */
  public static @Nullable Deadline surrounding() {
    return SURROUNDING.get();
  }

  /**
   * Returns the whole time limit.
   *
   * @return the limit passed to {@link #in}
   */
  public Duration limit() {
    return limit;
  }

  /**
   * Returns the remaining time.
   *
   * @return zero or negative after the deadline
   */
  public Duration left() {
    return Duration.ofNanos(nanosLeft());
  }

  /**
   * Returns whether the deadline has passed.
   *
   * @return true at the deadline and after it
   */
  public boolean isOver() {
    return nanosLeft() <= 0;
  }

  /**
   * Returns the earlier of two deadlines.
   *
   * @param other another deadline; null for never
   * @return this or the other
   */
  public Deadline earlier(@Nullable Deadline other) {
    return other != null && other.nanosLeft() < nanosLeft() ? other : this;
  }

  /**
   * Runs code under this deadline.
   *
   * @param <T> what the code returns
   * @param code code that makes calls on this thread
   * @return the result of the code
   */
  public <T extends @Nullable Object> T around(Supplier<T> code) {
    Deadline outer = SURROUNDING.get();
    SURROUNDING.set(earlier(outer));
    try {
      return code.get();
    } finally {
      if (outer == null) {
        SURROUNDING.remove();
      } else {
        SURROUNDING.set(outer);
      }
    }
  }

  private long nanosLeft() {
    return nanosLeft(timeline.nanoTime());
  }

  /**
   * Returns the remaining nanoseconds at a given time.
   *
   * @param now a time of this deadline's clock
   * @return zero or negative after the deadline; at most some decades, so that adding a time does
   *     not overflow
   */
  public long nanosLeft(long now) {
    return Math.min(limitNanos - (now - start), Long.MAX_VALUE / 4);
  }
}
