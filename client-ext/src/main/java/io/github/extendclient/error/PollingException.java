package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/** Waiting for a run ended without its result; {@link #runId()} is never null here. */
public class PollingException extends ExtendException {
  private static final long serialVersionUID = 1L;

  PollingException(String runId, String message, @Nullable Throwable cause) {
    super(message, cause);
    noteRun(runId);
  }
}
