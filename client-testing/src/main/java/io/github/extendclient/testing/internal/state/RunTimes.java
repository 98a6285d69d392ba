package io.github.extendclient.testing.internal.state;

import java.time.Duration;

/**
 * How long a run takes.
 *
 * @param pending in the queue
 * @param processing after the queue
 */
public record RunTimes(Duration pending, Duration processing) {
  /** From the creation of a run to its end. */
  public Duration total() {
    return pending.plus(processing);
  }
}
