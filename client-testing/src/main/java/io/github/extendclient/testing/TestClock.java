package io.github.extendclient.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it. Given to {@link
 * ExtendServerBuilder#clock(Clock)}, it decides when runs change their status, when signed URLs
 * expire and how long delays last.
 *
 * <pre>{@code
 * TestClock clock = new TestClock();
 * try (ExtendServer server = ExtendServer.builder().clock(clock).start()) {
 *   // create a run, see it PROCESSING
 *   clock.advance(Duration.ofSeconds(1));
 *   // see it PROCESSED
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TestClock extends Clock {
  /** Any time does; a round one reads well in failures. */
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  /** A clock that stands at 2026-03-01T12:00:00Z. */
  public TestClock() {
    this(START);
  }

  /**
   * A clock that stands at {@code start}.
   *
   * @param start the time until the clock is moved
   */
  public TestClock(Instant start) {
    this(new AtomicReference<>(start), ZoneOffset.UTC);
  }

  private TestClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * Moves the clock forward.
   *
   * @param duration zero or more
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "a clock moves forward only, but the duration is " + duration);
    }
    now.updateAndGet(time -> time.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** A view of this clock in another time zone, which moves together with it. */
  @Override
  public TestClock withZone(ZoneId zone) {
    return new TestClock(now, zone);
  }
}
