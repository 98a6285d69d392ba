package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/** Waiting for a run ended without its result; {@link #runId()} is never null here. */
public class PollingException extends ExtendException {
  private static final long serialVersionUID = 1L;

  /**
   * The end of a poll.
   *
   * @param runId the run that was being waited for
   * @param message why the poll ended and what to do
   * @param cause what was thrown, or null
   */
  public PollingException(String runId, String message, @Nullable Throwable cause) {
    super(message, cause, false);
    attachRunId(runId);
  }
}
