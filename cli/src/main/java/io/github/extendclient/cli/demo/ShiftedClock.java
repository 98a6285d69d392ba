package io.github.extendclient.cli.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock with an offset into the past. It advances, so that delays pass. */
final class ShiftedClock extends Clock {
  private volatile Duration back = Duration.ZERO;

  /** Sets the offset from the system's clock. */
  void setBack(Duration back) {
    this.back = back;
  }

  @Override
  public Instant instant() {
    return Instant.now().minus(back);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The embedded server reads instants only.");
  }
}
