package io.github.extendclient.testing;

import java.time.Duration;

/**
 * See {@link Fault#delay(Duration)}.
 *
 * @param time how long the response waits
 */
record DelayFault(Duration time) implements Fault {
  @Override
  public String toString() {
    return "delay of " + time;
  }
}
