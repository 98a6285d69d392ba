package io.github.extendclient.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A run did not end within the time that the poll was given. It goes on at the server. */
public final class PollingTimeoutException extends PollingException {
  private static final long serialVersionUID = 1L;

  private final Duration limit;
  private final int reads;

  PollingTimeoutException(
      String runId, Duration limit, int reads, String message, @Nullable Throwable cause) {
    super(runId, message, cause);
    this.limit = limit;
    this.reads = reads;
  }

  /** {@return the time that the poll was given} */
  public Duration limit() {
    return limit;
  }

  /** {@return how often the run was read} */
  public int reads() {
    return reads;
  }
}
