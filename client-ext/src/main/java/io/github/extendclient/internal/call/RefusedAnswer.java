package io.github.extendclient.internal.call;

import java.io.IOException;

/** An answer that this client does not take, for a reason that another attempt cannot change. */
public final class RefusedAnswer extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message goes on after a colon
   */
  public RefusedAnswer(String message) {
    super(message);
  }
}
