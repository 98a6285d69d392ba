package io.github.extendclient.internal.http;

import java.io.IOException;

/** A response that this client does not take, for a reason that another attempt cannot change. */
public final class RefusedResponseException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message goes on after a colon
   */
  public RefusedResponseException(String message) {
    super(message);
  }
}
