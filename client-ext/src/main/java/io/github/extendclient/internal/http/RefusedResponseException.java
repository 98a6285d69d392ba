package io.github.extendclient.internal.http;

import java.io.IOException;

/** Thrown for a response that this client rejects, for a reason that a retry cannot change. */
public final class RefusedResponseException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the text after a colon
   */
  public RefusedResponseException(String message) {
    super(message);
  }
}
