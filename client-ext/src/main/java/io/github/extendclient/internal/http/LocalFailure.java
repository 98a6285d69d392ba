package io.github.extendclient.internal.http;

import java.io.IOException;

/**
 * What users' code threw where OkHttp expects an {@link IOException}: a request body that fails
 * with any other exception, which is wrapped so that the connection is cleaned up as for a lost
 * one.
 */
public final class LocalFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure on this side.
   *
   * @param cause what was thrown
   */
  public LocalFailure(Exception cause) {
    super("the request body threw " + cause, cause);
  }
}
