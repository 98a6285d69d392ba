package io.github.extendclient.testing;

import java.time.Duration;

/**
 * See {@link Fault#slowBody(Duration)}.
 *
 * @param time from the first byte of the body to the last
 */
record SlowBodyFault(Duration time) implements Fault {
  @Override
  public String toString() {
    return "slow body of " + time;
  }
}
