package io.github.extendclient.testing;

/**
 * The point of a request or its response at which {@link Fault#dropAt(Stage)} ends the connection.
 */
public enum Stage {
  /** After the head of the request, before its body is read. The request is not accepted. */
  REQUEST_START,
  /**
   * In the middle of the body of the request. The request is not accepted. Without a body the same
   * as {@link #REQUEST_START}.
   */
  REQUEST_BODY,
  /**
   * Before the first byte of the response. The request is accepted: a create has created its
   * resource.
   */
  RESPONSE_START,
  /** In the middle of the body of the response. The request is accepted. */
  RESPONSE_BODY,
  /**
   * After the whole response. The request is accepted, and the client has its response, but the
   * connection that it may use for the next request is closed.
   */
  RESPONSE_END
}
