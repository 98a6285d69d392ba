package io.github.extendclient.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A run did not end within the time that the poll was given. It goes on at the server. */
public final class PollingTimeoutException extends PollingException {
  private static final long serialVersionUID = 1L;

  private final Duration limit;
  private final int reads;

  /**
   * The end of a poll's time.
   *
   * @param runId the run that was being waited for
   * @param limit the time that was given
   * @param reads how often the run was read
   * @param message how long the poll took and what to do
   * @param cause how the last read failed, or null if it succeeded
   */
  public PollingTimeoutException(
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
