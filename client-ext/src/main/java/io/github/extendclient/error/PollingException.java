package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/** Thrown if a poll ended without the result of its run; {@link #runId()} is not null. */
public class PollingException extends ExtendException {
  private static final long serialVersionUID = 1L;

  PollingException(String runId, String message, @Nullable Throwable cause) {
    super(message, cause);
    noteRun(runId);
  }
}
