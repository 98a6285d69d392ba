package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.state.RunTimes;
import java.time.Duration;

/** The state in which a run starts. */
public enum RunStart {
  /** The client waits for the result: the run ends at once. */
  SYNCHRONOUS,
  /** The run is processing at once. */
  PROCESSING,
  /** The run is pending at first. */
  PENDING;

  /** The times of a run that starts so, from those of a run that is pending at first. */
  public RunTimes times(RunTimes usual) {
    return switch (this) {
      case SYNCHRONOUS -> new RunTimes(Duration.ZERO, Duration.ZERO);
      case PROCESSING -> new RunTimes(Duration.ZERO, usual.total());
      case PENDING -> usual;
    };
  }
}
