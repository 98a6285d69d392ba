package io.github.extendclient.internal.http;

import java.io.IOException;

/**
 * Wraps an exception of a request body that is not an {@link IOException}, so that OkHttp cleans up
 * the connection as if it were lost.
 */
public final class LocalFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Wraps an exception.
   *
   * @param cause the exception of the request body
   */
  public LocalFailure(Exception cause) {
    super("the request body threw " + cause, cause);
  }
}
