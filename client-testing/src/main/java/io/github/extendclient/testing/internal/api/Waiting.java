package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.state.RunTimes;
import java.time.Duration;

/** How a run begins. */
public enum Waiting {
  /** The client waits: the run is over when it is answered. */
  FOR_ANSWER,
  /** The run is at work at once. */
  AT_WORK,
  /** The run is in the queue first. */
  IN_QUEUE;

  public RunTimes times(RunTimes usual) {
    return switch (this) {
      case FOR_ANSWER -> new RunTimes(Duration.ZERO, Duration.ZERO);
      case AT_WORK -> new RunTimes(Duration.ZERO, usual.total());
      case IN_QUEUE -> usual;
    };
  }
}
