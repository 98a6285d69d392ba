package io.github.extendclient.testing.internal.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Limits how many runs start in each minute; other runs are pending longer. Thread-safe. */
public final class Throughput {
  private final @Nullable Duration interval;
  private Instant next = Instant.MIN;

  /** A throughput; {@code null} for any number. */
  public Throughput(@Nullable Integer filesPerMinute) {
    this.interval = filesPerMinute == null ? null : Duration.ofMinutes(1).dividedBy(filesPerMinute);
  }

  /** Takes the next turn and returns the time until it. */
  public synchronized Duration take(Instant now) {
    if (interval == null) {
      return Duration.ZERO;
    }
    Instant turn = next.isAfter(now) ? next : now;
    next = turn.plus(interval);
    return Duration.between(now, turn);
  }
}
