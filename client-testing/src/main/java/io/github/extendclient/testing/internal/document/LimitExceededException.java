package io.github.extendclient.testing.internal.document;

import io.github.extendclient.testing.internal.document.RunFailedException.Reason;

/**
 * Ends the reading of a document that exceeds a limit. It is unchecked, because it passes through
 * libraries; if one of them catches it and continues, the next check throws again.
 */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** A limit, named in the message. */
  public LimitExceededException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The failure that a run shows. */
  RunFailedException toRunFailed() {
    return new RunFailedException(reason, String.valueOf(getMessage()));
  }
}
