package io.github.extendclient.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown if a run did not end within the limit of the poll. The run continues at the server. */
public final class PollingTimeoutException extends PollingException {
  private static final long serialVersionUID = 1L;

  private final Duration timeout;
  private final int reads;

  PollingTimeoutException(
      String runId, Duration timeout, int reads, String message, @Nullable Throwable cause) {
    super(runId, message, cause);
    this.timeout = timeout;
    this.reads = reads;
  }

  /** {@return the timeout of the poll} */
  public Duration timeout() {
    return timeout;
  }

  /** {@return the number of reads} */
  public int reads() {
    return reads;
  }
}
