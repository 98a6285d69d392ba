package io.github.extendclient.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A point in time after which work is given up. A deadline can be put around code that makes calls
 * without knowing of it, as a poll does: the calls started there end by it too.
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
   * A deadline that starts now.
   *
   * @param timeline the clock
   * @param limit how long from now
   * @return the deadline
   */
  public static Deadline in(Timeline timeline, Duration limit) {
    return new Deadline(timeline, timeline.nanoTime(), limit);
  }

  /**
   * The deadline around the code that runs now.
   *
   * @return null if there is none
   */
  public static @Nullable Deadline surrounding() {
    return SURROUNDING.get();
  }

  /**
   * The whole time that was given.
   *
   * @return as passed to {@link #in}
   */
  public Duration limit() {
    return limit;
  }

  /**
   * What is left.
   *
   * @return zero or negative when it is over
   */
  public Duration left() {
    return Duration.ofNanos(nanosLeft());
  }

  /**
   * Whether nothing is left.
   *
   * @return true from the very instant on
   */
  public boolean isOver() {
    return nanosLeft() <= 0;
  }

  /**
   * The earlier of this deadline and another.
   *
   * @param other null stands for never
   * @return this or the other
   */
  public Deadline earlier(@Nullable Deadline other) {
    return other != null && other.nanosLeft() < nanosLeft() ? other : this;
  }

  /**
   * Runs code under this deadline.
   *
   * @param <T> what the code returns
   * @param code makes calls on this thread
   * @return what the code returned
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
   * What is left at some time, in nanoseconds.
   *
   * @param now by the clock of this deadline
   * @return zero or negative when it is over; at most some decades, so that a time can be added
   */
  public long nanosLeft(long now) {
    return Math.min(limitNanos - (now - start), Long.MAX_VALUE / 4);
  }
}
